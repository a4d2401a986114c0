// cache[position, r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon)
//
// The one token's keys, or values, straight into the attention cache; x in striped order, row_count a multiple of 4.
// Grid [ceil(row_count / (4 * WORKGROUP_SIZE / LANES))]. Includes lib/step.wgsl, lib/kv-f16.wgsl or lib/kv-f32.wgsl, a
// format, lib/striped.wgsl, lib/rows.wgsl and lib/folded-norm.wgsl.
struct Params {
  units: u32, // columns / 32
  row_count: u32, // kvHeadCount * headSize
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;         // [8, stride], striped
@group(0) @binding(3) var<storage, read> squares: array<vec4<f32>>;   // [columns / 16]
@group(0) @binding(4) var<storage, read_write> cache: array<KvCell>;  // [contextLength, row_count / 4]
@group(0) @binding(5) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn token_kv(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let lane = local % LANES;
  let square = lane_squares(lane);
  let first = (group.x * groups + local / LANES) * 4u;
  let totals = reduce_rows(multiply_rows(row_starts(first, params.row_count), lane), square, local);
  let row = (group.x * groups + local) * 4u;
  if (local < groups && row < params.row_count) {
    cache[(step.position * params.row_count + row) / 4u] = pack_cell(totals.sums * norm_factor(totals.squares));
  }
}
