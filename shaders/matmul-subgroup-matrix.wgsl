// y[t, first_row + r] = sum over k of w[r, k] * x[t, k]   (+ y[t, first_row + r] when accumulate is 1)
//
// A chunk of tokens on a GPU with matrix units: f16 operands of 16 x 16, f32 sums. x comes in f16 from the kernel that made it.
// A workgroup computes a tile of TILE_ROWS by TILE_TOKENS, each of its subgroups of 32 a part of SUBGROUP_ROWS by
// SUBGROUP_TOKENS. A stage is two neighbouring units of every row, 64 columns: they are decoded to f16 into workgroup memory
// with their x, and while the stage is multiplied the loads of one or several to come are under way.
//
// What follows this file is written by kernels/subgroup-matrix-entry.ts for one tile: the sizes and the entry point, whose products
// are a list. A list, because Tint guards a load of a matrix from workgroup memory with a branch and a zero matrix unless its
// offset is a constant; for the same reason each subgroup's part of a tile is an array of its own, and indices of these
// arrays are made in the entry point from the invocation's index by constants alone, which Tint can see are in bounds.
//
// Rows and tokens past the end repeat the last. Rows are not written then; tokens may be where y has room for the whole tile,
// which is quicker than to leave some out, and nobody reads them. A matrix with few rows gives too few tiles to fill a
// GPU: its columns are cut into slices, each a layer of the grid with a y of its own, to be added up by the kernel that comes
// next (merge-norm.wgsl, split-norm.wgsl, matmul-merge.wgsl). Grid [ceil(row_count / rows a tile), ceil(token_count /
// TILE_TOKENS), slices].
//
// Needs an adapter that lists 16 x 16 x 16, f16 to f32, among its matrix configurations, and subgroups of 32.
// Includes lib/enable-subgroup-matrix.wgsl, lib/step.wgsl, lib/unit.wgsl with a format, lib/half.wgsl, lib/half-unit.wgsl with
// the format's half, lib/product.wgsl or lib/gated-product.wgsl.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  row_stride: u32, // rows of the whole matrix: values from one token's y to the next
  x_stride: u32, // vectors of eight values from one token's x to the next; columns / 8 or more
  accumulate: u32,
  token_limit: u32, // tokens past it are left out
  slice_units: u32, // units of a slice, an even number; all of them when there is one
  slice_stride: u32, // values from one slice's y to the next: whole rows, of as many tokens as y has room for; 0: for the chunk's alone
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

const SIDE = 16u; // of a matrix
const PITCH = 72u; // f16s from one row of a tile to the next: 64 columns, and a gap so that eight rows lie on different banks
const PITCH_4 = PITCH / 4u;

alias Left = subgroup_matrix_left<f16, SIDE, SIDE>;   // tokens by columns
alias Right = subgroup_matrix_right<f16, SIDE, SIDE>; // columns by rows of the weights
alias Sums = subgroup_matrix_result<f32, SIDE, SIDE>; // tokens by rows of the weights

fn token_count() -> u32 {
  return min(step.token_count, params.token_limit);
}

// Whether y can take a whole tile.
fn has_room(row0: u32, token0: u32) -> bool {
  let tokens = max(token_count(), params.slice_stride / params.row_stride);
  return row0 + TILE_ROWS <= params.row_count && token0 + TILE_TOKENS <= tokens;
}

// The first unit of a row; rows past the end repeat the last.
fn row_start(row: u32) -> u32 {
  return min(row, params.row_count - 1u) * params.units;
}

// Where a token's x starts; tokens past the end repeat the last.
fn token_start(token: u32) -> u32 {
  return min(token, token_count() - 1u) * params.x_stride;
}

// The unit of a row's two in a stage; past the end of the row the last, which counts as zeros.
fn staged_unit(stage: u32, second: u32) -> u32 {
  return min(stage * 2u + second, params.units - 1u);
}

fn is_there(stage: u32, second: u32) -> bool {
  return stage * 2u + second < params.units;
}

// Where in a token's x the eighth of a stage's columns lies that an invocation fetches. The tile has both units' first runs,
// then both second runs.
fn staged_x(stage: u32, eighth: u32) -> u32 {
  let runs = unit_runs(staged_unit(stage, eighth / 2u % 2u));
  return select(runs.x, runs.y, eighth >= 4u) / 2u + eighth % 2u;
}

// First stage of a slice and the one past its last.
fn slice_stages(slice: u32) -> vec2<u32> {
  let first = min(slice * params.slice_units, params.units);
  let end = min(first + params.slice_units, params.units);
  return vec2<u32>(first / 2u, (end + 1u) / 2u);
}
