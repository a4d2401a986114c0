// int16-matvec.wgsl for several columns: y[c, first_row + r] = factor[c] * sum over k of w[r, k] * x[c, k]
//
// Grid [ceil(row_count / ROWS)]. Includes lib/step.wgsl, a format with its bytes, lib/int16-rows.wgsl, lib/columns.wgsl,
// lib/int16-rows-columns.wgsl.
override FIRST_ROW: u32;
override ROW_COUNT: u32;
override HAS_NORM: u32;
override Y_STRIDE: u32; // in floats

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>; // [COLUMNS, X_STRIDE], each as in lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // [COLUMNS, Y_STRIDE]

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_matvec(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first = group.x * ROWS;
  var shares = multiply_columns(first, ROW_COUNT, local);
  finish_rows(&shares, HAS_NORM == 1u, local);
  for (var at = local; at < RESULTS; at += WORKGROUP_SIZE) {
    let row = first + at % ROWS;
    if (is_active && row < ROW_COUNT) {
      y[at / ROWS * Y_STRIDE + FIRST_ROW + row] = results[at];
    }
  }
}
