// y[first_row + r] = sum over k of w[r, k] * x[k]   (+ y[first_row + r] when accumulate is 1)
//
// One token. Sixteen invocations share a row, four rows a workgroup; grid [ceil(row_count / 4)]. f32 throughout.
// Includes lib/unit.wgsl and a format.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  accumulate: u32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;        // [columns / 4]
@group(0) @binding(3) var<storage, read_write> y: array<f32>;        // [rows]
@group(0) @binding(4) var<uniform> params: Params;

var<workgroup> partial_sums: array<f32, 64>;

@compute @workgroup_size(64)
fn matvec(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  let lane = local % 16u;
  let row = group.x * 4u + local / 16u;
  var sum = 0.0;
  if (row < params.row_count) {
    for (var index = lane; index < params.units; index += 16u) {
      let unit = load_unit(row * params.units + index);
      let runs = unit_runs(index);
      let x0 = x[runs.x];
      let x1 = x[runs.x + 1u];
      let x2 = x[runs.x + 2u];
      let x3 = x[runs.x + 3u];
      let x4 = x[runs.y];
      let x5 = x[runs.y + 1u];
      let x6 = x[runs.y + 2u];
      let x7 = x[runs.y + 3u];
      let ones = vec4<f32>(1.0);
      let first = unit.a0 * x0 + unit.a1 * x1 + unit.a2 * x2 + unit.a3 * x3;
      let second = unit.b0 * x4 + unit.b1 * x5 + unit.b2 * x6 + unit.b3 * x7;
      sum += unit.scale.x * dot(first, ones) + unit.scale.y * dot(second, ones);
      sum += unit.offset.x * dot(x0 + x1 + x2 + x3, ones) + unit.offset.y * dot(x4 + x5 + x6 + x7, ones);
    }
  }
  partial_sums[local] = sum;
  workgroupBarrier();
  if (lane == 0u && row < params.row_count) {
    var total = 0.0;
    for (var i = 0u; i < 16u; i++) {
      total += partial_sums[local + i];
    }
    let at = params.first_row + row;
    if (params.accumulate == 1u) {
      total += y[at];
    }
    y[at] = total;
  }
}
