// int16-residual.wgsl for several columns: residual[c, r] += sum over k of w[r, k] * x[c, k], and what the next norm needs
//
// row_count is a multiple of 32. Grid [row_count / ROWS]. Includes lib/step.wgsl, a format with its bytes,
// lib/int16-rows.wgsl, lib/int16-store.wgsl, lib/columns.wgsl, lib/int16-rows-columns.wgsl.
override ROW_COUNT: u32;
override NEXT_STRIDE: u32; // in words

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;         // [COLUMNS, X_STRIDE], each as in lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read> weight: array<f32>;          // [row_count], of the norm that follows
@group(0) @binding(4) var<storage, read_write> residual: array<f32>;  // [COLUMNS, row_count]
@group(0) @binding(5) var<storage, read_write> next: array<u32>;      // [COLUMNS, NEXT_STRIDE], each of row_count columns

fn four_weights(at: u32) -> vec4<f32> {
  return vec4<f32>(weight[at], weight[at + 1u], weight[at + 2u], weight[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_residual(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first = group.x * ROWS;
  var shares = multiply_columns(first, ROW_COUNT, local);
  finish_rows(&shares, false, local);
  for (var at = local; at < RESULTS; at += WORKGROUP_SIZE) {
    let own = at / ROWS * ROW_COUNT + first + at % ROWS;
    let after = residual[own] + results[at];
    results[at] = after;
    if (is_active) {
      residual[own] = after;
    }
  }
  workgroupBarrier();
  for (var at = local * 8u; at < RESULTS; at += WORKGROUP_SIZE * 8u) {
    if (is_active) {
      let values = array<vec4<f32>, 2>(four_results(at), four_results(at + 4u));
      let row = first + at % ROWS;
      let weighted = array<vec4<f32>, 2>(four_weights(row) * values[0], four_weights(row + 4u) * values[1]);
      let start = at / ROWS * NEXT_STRIDE;
      store_eight_from(weighted, row / 8u, ROW_COUNT, start);
      store_squares_from(dot(values[0], values[0]) + dot(values[1], values[1]), row / 8u, ROW_COUNT, start);
    }
  }
}
