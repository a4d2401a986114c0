// mlp-input.wgsl for several columns: hidden[c, r] = silu(factor[c] * gate[r] . x[c]) * factor[c] * up[r] . x[c]
//
// Grid [ceil(row_count / (2 * WORKGROUP_SIZE / LANES))]. Includes lib/step.wgsl, a format with lib/plane-pair.wgsl (the second
// matrix is up), lib/activations.wgsl, lib/striped.wgsl, lib/rows.wgsl, lib/folded-norm.wgsl, lib/columns.wgsl and
// lib/rows-columns.wgsl.
struct Params {
  units: u32, // hiddenSize / 32
  row_count: u32, // intermediateSize, a multiple of 32
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
  x_stride: u32, // in vectors
  squares_stride: u32, // in vectors
  hidden_stride: u32, // in pairs
}

@group(0) @binding(4) var<storage, read> x: array<vec4<f32>>;            // [COLUMNS, x_stride], each striped
@group(0) @binding(5) var<storage, read> squares: array<vec4<f32>>;      // [COLUMNS, squares_stride]
@group(0) @binding(6) var<storage, read_write> hidden: array<vec2<f32>>; // [COLUMNS, hidden_stride], each striped
@group(0) @binding(7) var<uniform> params: Params;

fn multiply_pairs(starts: vec2<u32>, lane: u32) -> array<vec4<f32>, COLUMNS> {
  var sums = array<vec4<f32>, COLUMNS>();
  for (var index = lane; index < params.units; index += LANES) {
    reads_second = false;
    let g0 = load_unit(starts.x + index);
    let g1 = load_unit(starts.y + index);
    reads_second = true;
    let u0 = load_unit(starts.x + index);
    let u1 = load_unit(starts.y + index);
    for (var column = 0u; column < COLUMNS; column++) {
      let t = load_input_from(index, column * params.x_stride);
      sums[column] += vec4<f32>(dot_unit(g0, t), dot_unit(g1, t), dot_unit(u0, t), dot_unit(u1, t));
    }
  }
  return sums;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn columns_mlp_input(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let lane = local % LANES;
  let starts = row_starts((group.x * groups + local / LANES) * 2u, params.row_count).xy;
  var shares = multiply_pairs(starts, lane);
  let row = (group.x * groups + local) * 2u;
  for (var column = 0u; column < COLUMNS; column++) {
    let square = lane_squares_from(lane, column * params.squares_stride);
    let totals = reduce_column(shares[column], square, local);
    if (local < groups && row < params.row_count) {
      let values = totals.sums * norm_factor(totals.squares);
      let at = striped(row / 4u, stripe_stride(params.row_count / 32u)) * 2u + row / 2u % 2u;
      hidden[column * params.hidden_stride + at] = vec2<f32>(silu(values.x), silu(values.y)) * values.zw;
    }
  }
}
