// y[first_row + r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon), or 1 without norm
//
// One token; x in striped order, y in plain order. Grid [ceil(row_count / (4 * WORKGROUP_SIZE / LANES))].
// Includes lib/step.wgsl, a format, lib/striped.wgsl, lib/rows.wgsl and lib/folded-norm.wgsl.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  has_norm: u32,
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;        // [8, stride], striped
@group(0) @binding(3) var<storage, read> squares: array<vec4<f32>>;  // [columns / 16]
@group(0) @binding(4) var<storage, read_write> y: array<f32>;        // [rows]
@group(0) @binding(5) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn token_matvec(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let lane = local % LANES;
  let has_norm = params.has_norm == 1u;
  var square = 0.0;
  if (has_norm) {
    square = lane_squares(lane);
  }
  let first = (group.x * groups + local / LANES) * 4u;
  let totals = reduce_rows(multiply_rows(row_starts(first, params.row_count), lane), square, local);
  let row = (group.x * groups + local) * 4u; // of the group that this invocation has the totals of
  if (local < groups && row < params.row_count) {
    let sums = totals.sums * select(1.0, norm_factor(totals.squares), has_norm);
    for (var i = 0u; i < min(4u, params.row_count - row); i++) {
      y[params.first_row + row + i] = sums[i];
    }
  }
}
