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

var<workgroup> sums: array<f32, ROWS>;
var<workgroup> weights: array<f32, ROWS>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(sums[at], sums[at + 1u], sums[at + 2u], sums[at + 3u]);
}

fn four_weights(at: u32) -> vec4<f32> {
  return vec4<f32>(weights[at], weights[at + 1u], weights[at + 2u], weights[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_residual(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first = group.x * ROWS;
  let own = first + local; // the row that this invocation finishes
  if (local < ROWS) {
    weights[local] = weight[own];
  }
  var shares = multiply_columns(first, ROW_COUNT, local);
  for (var column = 0u; column < COLUMNS; column++) {
    put_partials(shares[column], local);
    workgroupBarrier();
    if (local < ROWS) {
      let after = residual[column * ROW_COUNT + own] + sum_row(local);
      sums[local] = after;
      if (is_active) {
        residual[column * ROW_COUNT + own] = after;
      }
    }
    workgroupBarrier();
    let at = local * 8u;
    if (is_active && at < ROWS) {
      let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
      let weighted = array<vec4<f32>, 2>(four_weights(at) * values[0], four_weights(at + 4u) * values[1]);
      let start = column * NEXT_STRIDE;
      store_eight_from(weighted, (first + at) / 8u, ROW_COUNT, start);
      store_squares_from(dot(values[0], values[0]) + dot(values[1], values[1]), (first + at) / 8u, ROW_COUNT, start);
    }
  }
}
