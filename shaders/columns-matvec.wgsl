// token-matvec.wgsl for several columns: y[c, first_row + r] = factor[c] * sum over k of w[r, k] * x[c, k]
//
// Grid [ceil(row_count / (4 * WORKGROUP_SIZE / LANES))]. Includes lib/step.wgsl, a format, lib/striped.wgsl, lib/rows.wgsl,
// lib/folded-norm.wgsl, lib/columns.wgsl and lib/rows-columns.wgsl.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  has_norm: u32,
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
  x_stride: u32, // in vectors, as all strides but y's
  squares_stride: u32,
  y_stride: u32, // in floats
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;        // [COLUMNS, x_stride], each striped
@group(0) @binding(3) var<storage, read> squares: array<vec4<f32>>;  // [COLUMNS, squares_stride]
@group(0) @binding(4) var<storage, read_write> y: array<f32>;        // [COLUMNS, y_stride]
@group(0) @binding(5) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn columns_matvec(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let lane = local % LANES;
  let has_norm = params.has_norm == 1u;
  let first = (group.x * groups + local / LANES) * 4u;
  var shares = multiply_columns(row_starts(first, params.row_count), lane);
  let row = (group.x * groups + local) * 4u; // of the group that this invocation has the totals of
  for (var column = 0u; column < COLUMNS; column++) {
    var square = 0.0;
    if (has_norm) {
      square = lane_squares_from(lane, column * params.squares_stride);
    }
    let totals = reduce_column(shares[column], square, local);
    if (local < groups && row < params.row_count) {
      let sums = totals.sums * select(1.0, norm_factor(totals.squares), has_norm);
      for (var i = 0u; i < min(4u, params.row_count - row); i++) {
        y[column * params.y_stride + params.first_row + row + i] = sums[i];
      }
    }
  }
}
