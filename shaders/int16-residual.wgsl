// residual[r] += sum over k of w[r, k] * x[k],  next = weight[r] * residual[r] as int16, and the sums of eight residual[r]^2
//
// One token, x in int16; row_count is a multiple of 32. next is what the next norm needs. Grid
// [row_count / ROWS]. Includes lib/step.wgsl, a format with its bytes, lib/int16-rows.wgsl,
// lib/int16-store.wgsl.
override ROW_COUNT: u32;

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;         // lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read> weight: array<f32>;          // [row_count], of the norm that follows
@group(0) @binding(4) var<storage, read_write> residual: array<f32>;  // [row_count]
@group(0) @binding(5) var<storage, read_write> next: array<u32>;      // lib/int16-rows.wgsl, of row_count columns

var<workgroup> sums: array<f32, ROWS>;
var<workgroup> weights: array<f32, ROWS>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(sums[at], sums[at + 1u], sums[at + 2u], sums[at + 3u]);
}

fn four_weights(at: u32) -> vec4<f32> {
  return vec4<f32>(weights[at], weights[at + 1u], weights[at + 2u], weights[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_residual(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle(); // asked late: nothing waits for the answer before it stores
  let first = group.x * ROWS;
  let own = first + local; // the row that this invocation finishes
  var before = 0.0;
  if (local < ROWS) { // before the product, so that they travel together
    before = residual[own];
    weights[local] = weight[own];
  }
  put_partials(multiply_rows(first, ROW_COUNT, local), local);
  workgroupBarrier();
  if (local < ROWS) {
    let after = before + sum_row(local);
    sums[local] = after;
    if (is_active) {
      residual[own] = after;
    }
  }
  workgroupBarrier();
  let at = local * 8u;
  if (is_active && at < ROWS) {
    let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
    let weighted = array<vec4<f32>, 2>(four_weights(at) * values[0], four_weights(at + 4u) * values[1]);
    store_eight(weighted, (first + at) / 8u, ROW_COUNT);
    store_squares(dot(values[0], values[0]) + dot(values[1], values[1]), (first + at) / 8u, ROW_COUNT);
  }
}
