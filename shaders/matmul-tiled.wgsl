// y[t, first_row + r] = sum over k of w[r, k] * x[t, k]   (+ y[t, first_row + r] when accumulate is 1)
//
// A chunk of tokens on a GPU, in f32. A workgroup computes a tile of TILE_ROWS by TILE_TOKENS, an invocation eight rows of it and
// up to eight tokens. A stage is one run of 16 columns, in workgroup memory as cells of four columns. Its weights are decoded
// once a tile, and while it is multiplied the next one's loads are under way, undecoded.
//
// Where cells lie: those of four columns behind one another by row or token, each eight rotated by two times the number of the
// four, so that neighbours that write the cells of one row reach different banks. An invocation has every eighth row and every
// eighth token, so one rotated place serves all eight. Which row and token it begins with alternates with its lowest two bits:
// every second or every other neighbour then reads the same cell, which a GPU that serves a wide read by halves of a subgroup
// fetches once.
//
// What follows this file is written by kernels/tiled.ts for one tile: the sizes and the entry point. Indices into workgroup
// memory are made there from the invocation's index by constants alone, which Tint can see are in bounds.
//
// Rows and tokens past the end repeat the last and are not written. A matrix with few rows gives too few tiles to fill a GPU,
// so its columns may be cut into slices, each a layer of the grid with a y of its own, added up by the kernel that comes next
// (merge-norm.wgsl, split-norm.wgsl, matmul-merge.wgsl). Slices are fixed at load, for each plan of its own.
// Grid [ceil(row_count / TILE_ROWS), ceil(token_count / TILE_TOKENS), slices].
// Includes lib/step.wgsl, lib/unit.wgsl with a format, lib/eight.wgsl with the format's half or lib/eight-floats.wgsl,
// lib/add-products.wgsl.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  row_stride: u32, // rows of the whole matrix: floats from one token's y to the next
  x_stride: u32, // vectors from one token's x to the next; columns / 4 or more
  accumulate: u32,
  token_limit: u32, // tokens past it are left out
  slice_units: u32, // units of a slice; all of them when there is one
  slice_stride: u32, // floats from one slice's y to the next
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;        // [token_count, x_stride]
@group(0) @binding(3) var<storage, read_write> y: array<f32>;        // [slices, token_count, rows]
@group(0) @binding(4) var<uniform> params: Params;

fn token_count() -> u32 {
  return min(step.token_count, params.token_limit);
}

// The first unit of a row; rows past the end repeat the last.
fn row_start(row: u32) -> u32 {
  return min(row, params.row_count - 1u) * params.units;
}

// Where a token's x starts; tokens past the end repeat the last.
fn token_start(token: u32) -> u32 {
  return min(token, token_count() - 1u) * params.x_stride;
}

// First stage of a slice and the one past its last.
fn slice_stages(slice: u32) -> vec2<u32> {
  let first = min(slice * params.slice_units, params.units);
  return vec2<u32>(first, min(first + params.slice_units, params.units)) * 2u;
}

// The stage whose loads are due; past the end the last, which no one uses.
fn fetched_stage(stage: u32) -> u32 {
  return min(stage, params.units * 2u - 1u);
}

// Where in a token's x a stage's columns start.
fn staged_x(stage: u32) -> u32 {
  let runs = unit_runs(stage / 2u);
  return select(runs.x, runs.y, stage % 2u == 1u);
}

fn write(slice: u32, token: u32, row: u32, sum: f32) {
  if (token >= token_count() || row >= params.row_count) {
    return;
  }
  let at = slice * params.slice_stride + token * params.row_stride + params.first_row + row;
  y[at] = select(0.0, y[at], params.accumulate == 1u) + sum;
}

// Every eighth row: low has the first four, high the next.
fn write_rows(slice: u32, token: u32, row: u32, low: vec4<f32>, high: vec4<f32>) {
  write(slice, token, row, low.x);
  write(slice, token, row + 8u, low.y);
  write(slice, token, row + 16u, low.z);
  write(slice, token, row + 24u, low.w);
  write(slice, token, row + 32u, high.x);
  write(slice, token, row + 40u, high.y);
  write(slice, token, row + 48u, high.z);
  write(slice, token, row + 56u, high.w);
}
