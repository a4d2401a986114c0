// y[first_row + r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon), or 1 without norm
//
// One token, x in int16, y in f32. Grid [ceil(row_count / ROWS)].
// Includes lib/step.wgsl, a format with its bytes, lib/int16-rows.wgsl.
override FIRST_ROW: u32;
override ROW_COUNT: u32;
override HAS_NORM: u32;

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>; // lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // [rows]

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_matvec(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle(); // asked late: nothing waits for the answer before it stores
  let first = group.x * ROWS;
  if (HAS_NORM == 1u) {
    put_squares(local);
  }
  put_partials(multiply_rows(first, ROW_COUNT, local), local);
  workgroupBarrier();
  let row = first + local;
  if (is_active && local < ROWS && row < ROW_COUNT) {
    var factor = 1.0;
    if (HAS_NORM == 1u) {
      factor = norm_factor();
    }
    y[FIRST_ROW + row] = sum_row(local) * factor;
  }
}
