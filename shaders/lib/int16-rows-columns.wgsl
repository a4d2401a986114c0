// lib/int16-rows.wgsl for several columns: a weight is loaded once, and the sums of all columns are finished side by side, each in
// the order that a single token's has. Includes lib/int16-rows.wgsl and lib/columns.wgsl.
override X_STRIDE: u32; // vectors from one column's x to the next

// Columns whose lanes add up at a time: as many as workgroup memory has room for beside the rest.
override ROUND: u32 = 1024u / WORKGROUP_SIZE;

// With names, as in lib/int16-rows.wgsl.
override ROUND_PARTIALS: u32 = ROUND * PARTIALS;
override ROUND_SQUARES: u32 = ROUND * LANES;
override RESULTS: u32 = COLUMNS * ROWS;

var<workgroup> round_partials: array<vec2<f32>, ROUND_PARTIALS>;
var<workgroup> round_squares: array<f32, ROUND_SQUARES>;
var<workgroup> results: array<f32, RESULTS>; // [COLUMNS, ROWS]

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

// Puts a round's shares, and what a folded norm needs of x, where the workgroup sees them.
fn put_round(shares: ptr<function, array<vec2<f32>, COLUMNS>>, first: u32, has_norm: bool, local: u32) {
  if (has_norm) {
    for (var at = local; at < ROUND_SQUARES; at += WORKGROUP_SIZE) {
      round_squares[at] = sum_squares(at % LANES, (first + at / LANES) * X_STRIDE);
    }
  }
  for (var i = 0u; i < ROUND; i++) {
    round_partials[i * PARTIALS + local + local / LANES] = (*shares)[first + i];
  }
}

// What a group of lanes adds up to in a round's column.
fn sum_round_group(column: u32, group: u32) -> vec2<f32> {
  var sums = vec2<f32>(0.0);
  for (var i = 0u; i < LANES; i++) {
    sums += round_partials[column * PARTIALS + group * (LANES + 1u) + i];
  }
  return sums;
}

fn round_norm_factor(column: u32) -> f32 {
  var squares = 0.0;
  for (var i = 0u; i < LANES; i++) {
    squares += round_squares[column * LANES + i];
  }
  return inverseSqrt(squares / f32(UNITS * 32u) + EPSILON);
}

// Every column's product with each of the workgroup's rows into `results`, for the whole workgroup after the last barrier in it.
fn finish_rows(shares: ptr<function, array<vec2<f32>, COLUMNS>>, has_norm: bool, local: u32) {
  for (var first = 0u; first < COLUMNS; first += ROUND) {
    put_round(shares, first, has_norm, local);
    workgroupBarrier();
    for (var at = local; at < ROUND * ROWS; at += WORKGROUP_SIZE) {
      let row = at % ROWS;
      let sums = sum_round_group(at / ROWS, row / ROWS_A_GROUP);
      var sum = select(sums.x, sums.y, row % ROWS_A_GROUP == 1u);
      if (has_norm) {
        sum *= round_norm_factor(at / ROWS);
      }
      results[first * ROWS + at] = sum;
    }
    workgroupBarrier();
  }
}

fn four_results(at: u32) -> vec4<f32> {
  return vec4<f32>(results[at], results[at + 1u], results[at + 2u], results[at + 3u]);
}
