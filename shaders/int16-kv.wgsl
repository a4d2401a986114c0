// cache[position, r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon)
//
// The one token's keys, or values, straight into the attention cache; x in int16, row_count a multiple of 4. Grid
// [ceil(row_count / ROWS)]. Includes lib/step.wgsl, lib/kv-f16.wgsl or lib/kv-f32.wgsl, a format with its
// bytes, lib/int16-rows.wgsl.
override ROW_COUNT: u32; // kvHeadCount * headSize

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;        // lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read_write> cache: array<KvCell>; // [contextLength, row_count / 4]

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_kv(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle(); // asked late: nothing waits for the answer before it stores
  let first = group.x * ROWS;
  put_squares(local);
  put_partials(multiply_rows(first, ROW_COUNT, local), local);
  workgroupBarrier();
  let own = local * 4u; // four rows to an invocation
  if (is_active && own < ROWS && first + own < ROW_COUNT) {
    let sums = vec4<f32>(sum_row(own), sum_row(own + 1u), sum_row(own + 2u), sum_row(own + 3u));
    cache[(step.position * ROW_COUNT + first + own) / 4u] = pack_cell(sums * norm_factor());
  }
}
