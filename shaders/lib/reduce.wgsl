// Sum over a workgroup, the same on every invocation. One barrier and a serial sum: on a CPU adapter a barrier tree costs
// several times more, and the order of the additions is fixed, so results do not depend on the adapter's subgroups.
// Every invocation of the workgroup must call it, from uniform control flow.
override WORKGROUP_SIZE: u32 = 64;

var<workgroup> reduce_values: array<f32, WORKGROUP_SIZE>;

fn workgroup_sum(value: f32, lane: u32) -> f32 {
  reduce_values[lane] = value;
  workgroupBarrier();
  var sum = 0.0;
  for (var i = 0u; i < WORKGROUP_SIZE; i++) {
    sum += reduce_values[i];
  }
  return sum;
}
