// y[t, first_row + r] = sum over k of w[r, k] * x[t, k]   (+ y[t, first_row + r] when accumulate is 1)
//
// A chunk of tokens. One invocation a tile of four rows and four tokens: a unit of weights is read once for four tokens and
// an x once for four rows. No workgroup memory and no barrier, and loads are what a CPU adapter spends its time on. Tokens
// are a loop, as a CPU adapter compiles four copies of its body twice as long. The order of the sum over k does not depend
// on the chunk. Grid [ceil(row_count / 256), ceil(token_count / 4)].
// Includes lib/step.wgsl, lib/unit.wgsl and a format.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  row_stride: u32, // rows of the whole matrix: floats from one token's y to the next
  x_stride: u32, // vectors from one token's x to the next; columns / 4 or more
  accumulate: u32,
  token_limit: u32, // tokens past it are left out
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;        // [token_count, x_stride]
@group(0) @binding(3) var<storage, read_write> y: array<f32>;        // [token_count, rows]
@group(0) @binding(4) var<uniform> params: Params;

struct TokenUnit {
  a0: vec4<f32>,
  a1: vec4<f32>,
  a2: vec4<f32>,
  a3: vec4<f32>,
  b0: vec4<f32>,
  b1: vec4<f32>,
  b2: vec4<f32>,
  b3: vec4<f32>,
  sums: vec2<f32>, // of each run, for the offsets
}

fn load_token(first: u32, second: u32) -> TokenUnit {
  let a0 = x[first];
  let a1 = x[first + 1u];
  let a2 = x[first + 2u];
  let a3 = x[first + 3u];
  let b0 = x[second];
  let b1 = x[second + 1u];
  let b2 = x[second + 2u];
  let b3 = x[second + 3u];
  let sums = vec2<f32>(dot(a0 + a1 + a2 + a3, vec4<f32>(1.0)), dot(b0 + b1 + b2 + b3, vec4<f32>(1.0)));
  return TokenUnit(a0, a1, a2, a3, b0, b1, b2, b3, sums);
}

fn dot_unit(w: Unit, t: TokenUnit) -> f32 {
  let first = w.a0 * t.a0 + w.a1 * t.a1 + w.a2 * t.a2 + w.a3 * t.a3;
  let second = w.b0 * t.b0 + w.b1 * t.b1 + w.b2 * t.b2 + w.b3 * t.b3;
  let sums = vec2<f32>(dot(first, vec4<f32>(1.0)), dot(second, vec4<f32>(1.0)));
  return dot(w.scale, sums) + dot(w.offset, t.sums);
}

fn token_count() -> u32 {
  return min(step.token_count, params.token_limit);
}

fn write(token: u32, row: u32, sums: vec4<f32>) {
  let start = token * params.row_stride + params.first_row + row;
  for (var i = 0u; i < min(4u, params.row_count - row); i++) {
    y[start + i] = select(0.0, y[start + i], params.accumulate == 1u) + sums[i];
  }
}

@compute @workgroup_size(64)
fn matmul(@builtin(global_invocation_id) id: vec3<u32>) {
  let row = id.x * 4u;
  let token = id.y * 4u;
  if (row >= params.row_count || token >= token_count()) {
    return;
  }
  let last_row = params.row_count - 1u; // rows past the end repeat it
  let row0 = min(row, last_row) * params.units;
  let row1 = min(row + 1u, last_row) * params.units;
  let row2 = min(row + 2u, last_row) * params.units;
  let row3 = min(row + 3u, last_row) * params.units;
  let tokens = min(4u, token_count() - token);
  var sums = array<vec4<f32>, 4>();
  for (var index = 0u; index < params.units; index++) {
    let runs = unit_runs(index);
    let w0 = load_unit(row0 + index);
    let w1 = load_unit(row1 + index);
    let w2 = load_unit(row2 + index);
    let w3 = load_unit(row3 + index);
    for (var i = 0u; i < tokens; i++) {
      let start = (token + i) * params.x_stride;
      let t = load_token(start + runs.x, start + runs.y);
      sums[i] += vec4<f32>(dot_unit(w0, t), dot_unit(w1, t), dot_unit(w2, t), dot_unit(w3, t));
    }
  }
  for (var i = 0u; i < tokens; i++) {
    write(token + i, row, sums[i]);
  }
}
