// y[t, first_row + r] = sum over k of w[r, k] * x[t, k]   (+ y[t, first_row + r] when accumulate is 1)
//
// A chunk of tokens on a GPU with matrix units: f16 operands of 16 x 16, f32 sums. A workgroup of 128, four subgroups of 32,
// computes 64 rows of 128 tokens, a subgroup 32 of the tokens as two by four matrices. A stage is one unit of 32 columns,
// put into workgroup memory in f16. Rows of a tile are PITCH apart, so that eight of them lie on different banks.
//
// Needs 19.5 KB of workgroup memory and an adapter that lists 16 x 16 x 16, f16 to f32, among its matrix configurations.
// Includes lib/enable-subgroup-matrix.wgsl, lib/step.wgsl, lib/unit.wgsl, a format, lib/tile.wgsl.
const SIDE = 16u; // of a matrix
const PITCH = 40u; // f16s from one row of a tile to the next: 32 columns and a gap

alias Left = subgroup_matrix_left<f16, SIDE, SIDE>;     // tokens by columns
alias Right = subgroup_matrix_right<f16, SIDE, SIDE>;   // columns by rows of the weights
alias Sums = subgroup_matrix_result<f32, SIDE, SIDE>;   // tokens by rows of the weights

var<workgroup> w_tile: array<vec4<f16>, TILE_ROWS * PITCH / 4u>;
var<workgroup> x_tile: array<vec4<f16>, TILE_TOKENS * PITCH / 4u>;
var<workgroup> sums_tile: array<f32, 4u * SIDE * SIDE>; // one matrix a subgroup

fn to_f16(values: vec4<f32>) -> vec4<f16> {
  return vec4<f16>(clamp(values, vec4<f32>(-65504.0), vec4<f32>(65504.0)));
}

fn load_left(token: u32, column: u32) -> Left {
  return subgroupMatrixLoad<Left, row_major>(&x_tile, (token * PITCH + column) / 4u, PITCH / 4u);
}

fn load_right(row: u32, column: u32) -> Right {
  return subgroupMatrixLoad<Right, col_major>(&w_tile, (row * PITCH + column) / 4u, PITCH / 4u);
}

fn multiply(left: Left, right: Right, sums: Sums) -> Sums {
  return subgroupMatrixMultiplyAccumulate(left, right, sums);
}

@compute @workgroup_size(128)
fn matmul_subgroup_matrix(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  let slice = group.z;
  let range = slice_range(slice);
  let subgroup = local / 32u;
  // What this invocation fetches: a run of one row, and a vector of each of eight tokens.
  let fetched_row = local % 64u;
  let fetched_run = local / 64u;
  let row_units = row_start(group.x * TILE_ROWS + fetched_row);
  let w_column = (fetched_row * PITCH + fetched_run * 16u) / 4u;
  let fetched_quad = local % 8u; // 0 to 3 in the first run, 4 to 7 in the second
  let fetched_token = local / 8u;
  // Eight matrices: tokens 0 or 16 on, rows 0, 16, 32 or 48 on.
  var a0 = Sums();
  var a1 = Sums();
  var a2 = Sums();
  var a3 = Sums();
  var b0 = Sums();
  var b1 = Sums();
  var b2 = Sums();
  var b3 = Sums();
  for (var index = range.x; index < range.y; index++) {
    let runs = unit_runs(index);
    let run = select(runs.x, runs.y, fetched_quad >= 4u) + fetched_quad % 4u;
    workgroupBarrier(); // the last stage's tiles are used up
    for (var i = 0u; i < 8u; i++) {
      let token = fetched_token + i * 16u;
      let x_values = x[token_start(group.y * TILE_TOKENS + token) + run];
      x_tile[token * (PITCH / 4u) + fetched_quad] = to_f16(x_values);
    }
    for (var i = 0u; i < 2u; i++) {
      let w = load_eight(row_units + index, fetched_run * 2u + i);
      w_tile[w_column + i * 2u] = to_f16(w.first);
      w_tile[w_column + i * 2u + 1u] = to_f16(w.second);
    }
    workgroupBarrier();
    for (var column = 0u; column < 32u; column += SIDE) {
      let left0 = load_left(subgroup * 32u, column);
      let left1 = load_left(subgroup * 32u + SIDE, column);
      let right0 = load_right(0u, column);
      a0 = multiply(left0, right0, a0);
      b0 = multiply(left1, right0, b0);
      let right1 = load_right(SIDE, column);
      a1 = multiply(left0, right1, a1);
      b1 = multiply(left1, right1, b1);
      let right2 = load_right(2u * SIDE, column);
      a2 = multiply(left0, right2, a2);
      b2 = multiply(left1, right2, b2);
      let right3 = load_right(3u * SIDE, column);
      a3 = multiply(left0, right3, a3);
      b3 = multiply(left1, right3, b3);
    }
  }
  let token = group.y * TILE_TOKENS + subgroup * 32u;
  let row = group.x * TILE_ROWS;
  write_matrix(slice, token, row, local, a0);
  write_matrix(slice, token, row + SIDE, local, a1);
  write_matrix(slice, token, row + 2u * SIDE, local, a2);
  write_matrix(slice, token, row + 3u * SIDE, local, a3);
  write_matrix(slice, token + SIDE, row, local, b0);
  write_matrix(slice, token + SIDE, row + SIDE, local, b1);
  write_matrix(slice, token + SIDE, row + 2u * SIDE, local, b2);
  write_matrix(slice, token + SIDE, row + 3u * SIDE, local, b3);
}

// Goes through workgroup memory, as an edge of y may cut a matrix and the sums may add to what is there. All subgroups
// write one at a time each, in step.
fn write_matrix(slice: u32, token: u32, row: u32, local: u32, sums: Sums) {
  let lane = local % 32u;
  let start = local / 32u * (SIDE * SIDE);
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&sums_tile, start, sums, SIDE);
  workgroupBarrier();
  for (var i = lane; i < SIDE * SIDE; i += 32u) {
    write(slice, token + i / SIDE, row + i % SIDE, sums_tile[start + i]);
  }
}
