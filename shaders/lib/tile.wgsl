// What the tiled matrix products of a chunk share: params, inputs, output, and how a workgroup of 128 fetches its part of
// the weights and of x. A tile is TILE_ROWS rows by TILE_TOKENS tokens; rows and tokens past the end repeat the last one
// and are not written.
//
// A matrix with few rows gives too few tiles to fill a GPU, so its columns may be cut into slices, each a layer of the
// grid with a y of its own, added up by matmul-merge.wgsl. The slices are fixed at load: the order of the sum over k does
// not depend on the chunk. Grid [ceil(row_count / 64), ceil(token_count / 128), slices].
// Needs lib/step.wgsl, lib/unit.wgsl and a format.
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

const TILE_ROWS = 64u;
const TILE_TOKENS = 128u;

// Neighbouring weights of a row.
struct Eight {
  first: vec4<f32>,
  second: vec4<f32>,
}

// A quarter of a unit: 0 and 1 are its first run, 2 and 3 its second. The branches are the same for a whole subgroup, and
// each decodes only what it returns.
fn load_eight(unit: u32, quarter: u32) -> Eight {
  switch quarter {
    case 0u: {
      let w = load_unit(unit);
      return Eight(w.scale.x * w.a0 + w.offset.x, w.scale.x * w.a1 + w.offset.x);
    }
    case 1u: {
      let w = load_unit(unit);
      return Eight(w.scale.x * w.a2 + w.offset.x, w.scale.x * w.a3 + w.offset.x);
    }
    case 2u: {
      let w = load_unit(unit);
      return Eight(w.scale.y * w.b0 + w.offset.y, w.scale.y * w.b1 + w.offset.y);
    }
    default: {
      let w = load_unit(unit);
      return Eight(w.scale.y * w.b2 + w.offset.y, w.scale.y * w.b3 + w.offset.y);
    }
  }
}

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

// First unit of a slice and the one past its last.
fn slice_range(slice: u32) -> vec2<u32> {
  let first = min(slice * params.slice_units, params.units);
  return vec2<u32>(first, min(first + params.slice_units, params.units));
}

fn write(slice: u32, token: u32, row: u32, sum: f32) {
  if (token >= token_count() || row >= params.row_count) {
    return;
  }
  let at = slice * params.slice_stride + token * params.row_stride + params.first_row + row;
  y[at] = select(0.0, y[at], params.accumulate == 1u) + sum;
}
