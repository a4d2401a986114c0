// residual[r] += sum over k of w[r, k] * x[k],  normed[r] = weight[r] * residual[r],  squares[r / 4] = sum of four residual[r]^2
//
// One token; x and normed in striped order, row_count a multiple of 4. normed and squares are what the next norm needs
// (lib/folded-norm.wgsl). Grid [ceil(row_count / (4 * WORKGROUP_SIZE / LANES))].
// Includes lib/step.wgsl, a format, lib/striped.wgsl and lib/rows.wgsl.
struct Params {
  units: u32, // columns / 32
  row_count: u32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;              // [8, stride], striped
@group(0) @binding(3) var<storage, read> weight: array<vec4<f32>>;         // [row_count / 4], of the norm that follows
@group(0) @binding(4) var<storage, read_write> residual: array<vec4<f32>>; // [row_count / 4]
@group(0) @binding(5) var<storage, read_write> normed: array<vec4<f32>>;   // [8, stride of row_count / 32], striped
@group(0) @binding(6) var<storage, read_write> squares: array<f32>;        // [row_count / 4]
@group(0) @binding(7) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn token_residual(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let cell = group.x * groups + local; // four rows: those that this invocation has the totals of
  let is_writer = local < groups && cell * 4u < params.row_count;
  var before = vec4<f32>(0.0);
  var factors = vec4<f32>(0.0);
  if (is_writer) { // before the product, so that they travel together
    before = residual[cell];
    factors = weight[cell];
  }
  let starts = row_starts((group.x * groups + local / LANES) * 4u, params.row_count);
  let totals = reduce_rows(multiply_rows(starts, local % LANES), 0.0, local);
  if (is_writer) {
    let after = before + totals.sums;
    residual[cell] = after;
    normed[striped(cell, stripe_stride(params.row_count / 32u))] = factors * after;
    squares[cell] = dot(after, after);
  }
}
