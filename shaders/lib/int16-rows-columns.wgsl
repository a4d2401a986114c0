// lib/int16-rows.wgsl for several columns: a weight is loaded once. Includes lib/int16-rows.wgsl and lib/columns.wgsl.
override X_STRIDE: u32; // vectors from one column's x to the next

fn multiply_columns(first_row: u32, row_count: u32, local: u32) -> array<vec2<f32>, COLUMNS> {
  let row = first_row + local / LANES * ROWS_A_GROUP;
  let start = min(row, row_count - 1u) * UNITS;
  let next_start = min(row + 1u, row_count - 1u) * UNITS;
  var sums = array<vec2<f32>, COLUMNS>();
  for (var k = 0u; k < (UNITS + LANES - 1u) / LANES; k++) {
    let index = k * LANES + local % LANES;
    if (UNITS % LANES == 0u || index < UNITS) {
      let unit = load_bytes(start + index);
      if (ROWS_A_GROUP == 1u) {
        for (var column = 0u; column < COLUMNS; column++) {
          sums[column].x += dot_bytes_from(unit, index, column * X_STRIDE);
        }
      } else {
        let next_unit = load_bytes(next_start + index);
        for (var column = 0u; column < COLUMNS; column++) {
          let start_x = column * X_STRIDE;
          sums[column] += vec2<f32>(dot_bytes_from(unit, index, start_x), dot_bytes_from(next_unit, index, start_x));
        }
      }
    }
  }
  return sums;
}
