// y[t, first_row + r] = sum over k of w[r, k] * x[t, k]   (+ y[t, first_row + r] when accumulate is 1)
//
// A chunk of tokens. One invocation a row and eight tokens: a unit of weights is read once and used eight times, and all
// invocations of a workgroup read the same x. No workgroup memory and no barrier, which suits a CPU adapter; the order of
// the sum over k does not depend on the chunk. Grid [ceil(row_count / 64), ceil(token_count / 8)].
// Includes lib/step.wgsl, lib/unit.wgsl and a format.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  row_stride: u32, // rows of the whole matrix: floats from one token's y to the next
  x_stride: u32, // vectors from one token's x to the next; columns / 4 or more
  accumulate: u32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;        // [token_count, x_stride]
@group(0) @binding(3) var<storage, read_write> y: array<f32>;        // [token_count, rows]
@group(0) @binding(4) var<uniform> params: Params;

const TOKENS = 8u;

@compute @workgroup_size(64)
fn matmul(@builtin(global_invocation_id) id: vec3<u32>) {
  let row = id.x;
  let first_token = id.y * TOKENS;
  if (row >= params.row_count) {
    return;
  }
  var sums: array<f32, TOKENS>;
  for (var index = 0u; index < params.units; index++) {
    let unit = load_unit(row * params.units + index);
    let runs = unit_runs(index);
    var weights: array<vec4<f32>, 8>;
    for (var i = 0u; i < 4u; i++) {
      weights[i] = unit.scale.x * unit.q[i] + unit.offset.x;
      weights[i + 4u] = unit.scale.y * unit.q[i + 4u] + unit.offset.y;
    }
    for (var t = 0u; t < TOKENS; t++) {
      // Tokens past the end repeat the last one; their sums are not written.
      let token = min(first_token + t, step.token_count - 1u) * params.x_stride;
      var sum = vec4<f32>(0.0);
      for (var i = 0u; i < 4u; i++) {
        sum += weights[i] * x[token + runs.x + i];
        sum += weights[i + 4u] * x[token + runs.y + i];
      }
      sums[t] += dot(sum, vec4<f32>(1.0));
    }
  }
  for (var t = 0u; t < TOKENS; t++) {
    if (first_token + t < step.token_count) {
      let at = (first_token + t) * params.row_stride + params.first_row + row;
      y[at] = select(0.0, y[at], params.accumulate == 1u) + sums[t];
    }
  }
}
