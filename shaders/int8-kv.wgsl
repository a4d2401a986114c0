// cache[position, r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon)
//
// The one token's keys, or values, straight into the attention cache; x in int8, row_count a multiple of 4. Grid
// [ceil(row_count / (WORKGROUP_SIZE / LANES))]. Includes lib/step.wgsl, lib/kv-f16.wgsl or lib/kv-f32.wgsl, a format with its
// bytes, lib/int8-rows.wgsl.
struct Params {
  row_count: u32, // kvHeadCount * headSize
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;        // lib/int8-rows.wgsl
@group(0) @binding(3) var<storage, read_write> cache: array<KvCell>; // [contextLength, row_count / 4]
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn int8_kv(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  let rows = WORKGROUP_SIZE / LANES;
  let first = group.x * rows;
  put_squares(local);
  put_partial(multiply_row(min(first + local / LANES, params.row_count - 1u) * UNITS, local % LANES), local);
  workgroupBarrier();
  let own = local * 4u; // four rows to an invocation
  if (own < rows && first + own < params.row_count) {
    let sums = vec4<f32>(sum_partials(own), sum_partials(own + 1u), sum_partials(own + 2u), sum_partials(own + 3u));
    cache[(step.position * params.row_count + first + own) / 4u] = pack_cell(sums * norm_factor(params.epsilon));
  }
}
