// token-residual.wgsl for several columns: residual[c, r] += sum over k of w[r, k] * x[c, k], and what the next norm needs
//
// row_count is a multiple of 4. Grid [ceil(row_count / (4 * WORKGROUP_SIZE / LANES))].
// Includes lib/step.wgsl, a format, lib/striped.wgsl, lib/rows.wgsl, lib/columns.wgsl and lib/rows-columns.wgsl.
struct Params {
  units: u32, // columns / 32
  row_count: u32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
  x_stride: u32, // in vectors
  normed_stride: u32, // in vectors
  squares_stride: u32, // in floats
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;              // [COLUMNS, x_stride], each striped
@group(0) @binding(3) var<storage, read> weight: array<vec4<f32>>;         // [row_count / 4], of the norm that follows
@group(0) @binding(4) var<storage, read_write> residual: array<vec4<f32>>; // [COLUMNS, row_count / 4]
@group(0) @binding(5) var<storage, read_write> normed: array<vec4<f32>>;   // [COLUMNS, normed_stride], each striped
@group(0) @binding(6) var<storage, read_write> squares: array<f32>;        // [COLUMNS, squares_stride]
@group(0) @binding(7) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn columns_residual(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let cell = group.x * groups + local; // four rows: those that this invocation has the totals of
  let is_writer = local < groups && cell * 4u < params.row_count;
  let starts = row_starts((group.x * groups + local / LANES) * 4u, params.row_count);
  var shares = multiply_columns(starts, local % LANES);
  for (var column = 0u; column < COLUMNS; column++) {
    let totals = reduce_column(shares[column], 0.0, local);
    if (is_writer) {
      let own = column * (params.row_count / 4u) + cell;
      let after = residual[own] + totals.sums;
      residual[own] = after;
      normed[column * params.normed_stride + striped(cell, stripe_stride(params.row_count / 32u))] = weight[cell] * after;
      squares[column * params.squares_stride + cell] = dot(after, after);
    }
  }
}
