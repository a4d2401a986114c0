// hidden[r] = silu(factor * sum over k of gate[r, k] * x[k]) * factor * sum over k of up[r, k] * x[k],
// factor = 1 / sqrt(mean(squares) + epsilon)
//
// Norm, gate, up and SwiGLU of one token; x and hidden in striped order. A group of lanes has two rows of each matrix, which
// are of one type; row_count is a multiple of 32. Grid [ceil(row_count / (2 * WORKGROUP_SIZE / LANES))].
// Includes lib/step.wgsl, a format with lib/plane-pair.wgsl (the second matrix is up), lib/activations.wgsl, lib/striped.wgsl,
// lib/rows.wgsl and lib/folded-norm.wgsl.
struct Params {
  units: u32, // hiddenSize / 32
  row_count: u32, // intermediateSize
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(4) var<storage, read> x: array<vec4<f32>>;            // [8, stride], striped
@group(0) @binding(5) var<storage, read> squares: array<vec4<f32>>;      // [hiddenSize / 16]
@group(0) @binding(6) var<storage, read_write> hidden: array<vec2<f32>>; // [8, stride of row_count / 32, 2], striped
@group(0) @binding(7) var<uniform> params: Params;

fn multiply_pairs(starts: vec2<u32>, lane: u32) -> vec4<f32> {
  var sums = vec4<f32>(0.0);
  for (var index = lane; index < params.units; index += LANES) {
    reads_second = false;
    let g0 = load_unit(starts.x + index);
    let g1 = load_unit(starts.y + index);
    reads_second = true;
    let u0 = load_unit(starts.x + index);
    let u1 = load_unit(starts.y + index);
    let t = load_input(index);
    sums += vec4<f32>(dot_unit(g0, t), dot_unit(g1, t), dot_unit(u0, t), dot_unit(u1, t));
  }
  return sums;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn mlp_input(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let lane = local % LANES;
  let square = lane_squares(lane);
  let starts = row_starts((group.x * groups + local / LANES) * 2u, params.row_count).xy;
  let totals = reduce_rows(multiply_pairs(starts, lane), square, local);
  let row = (group.x * groups + local) * 2u;
  if (local < groups && row < params.row_count) {
    let values = totals.sums * norm_factor(totals.squares);
    let at = striped(row / 4u, stripe_stride(params.row_count / 32u)) * 2u + row / 2u % 2u;
    hidden[at] = vec2<f32>(silu(values.x), silu(values.y)) * values.zw;
  }
}
