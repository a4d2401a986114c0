// y[first_row + r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon), or 1 without norm
//
// One token, x in int8, y in f32. Grid [ceil(row_count / (WORKGROUP_SIZE / LANES))].
// Includes lib/step.wgsl, a format with its bytes, lib/int8-rows.wgsl.
struct Params {
  first_row: u32,
  row_count: u32,
  has_norm: u32,
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>; // lib/int8-rows.wgsl
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // [rows]
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn int8_matvec(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  let rows = WORKGROUP_SIZE / LANES;
  let lane = local % LANES;
  let first = group.x * rows;
  let start = min(first + local / LANES, params.row_count - 1u) * UNITS;
  if (params.has_norm == 1u) {
    put_squares(local);
  }
  put_partial(multiply_row(start, lane), local);
  workgroupBarrier();
  let row = first + local;
  if (local < rows && row < params.row_count) {
    var factor = 1.0;
    if (params.has_norm == 1u) {
      factor = norm_factor(params.epsilon);
    }
    y[params.first_row + row] = sum_partials(local) * factor;
  }
}
