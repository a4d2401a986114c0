// RMS norm of the three slices dt, B and C of x_proj's output, each with its own weight, in place
//
// x[t] = [dt: rank | B: states | C: states]. One workgroup a token and slice; grid [token_count, 3].
// Includes lib/reduce.wgsl.
struct Params {
  rank: u32,
  states: u32,
  epsilon: f32,
}

@group(0) @binding(0) var<storage, read> weight: array<f32>;        // [rank + 2 * states]
@group(0) @binding(1) var<storage, read_write> x: array<f32>;       // [token_count, rank + 2 * states]
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn split_norm(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let first = select(params.rank + (group.y - 1u) * params.states, 0u, group.y == 0u);
  let size = select(params.states, params.rank, group.y == 0u);
  let start = group.x * (params.rank + 2u * params.states) + first;
  var squares = 0.0;
  for (var i = lane; i < size; i += WORKGROUP_SIZE) {
    squares += x[start + i] * x[start + i];
  }
  let scale = inverseSqrt(workgroup_sum(squares, lane) / f32(size) + params.epsilon);
  for (var i = lane; i < size; i += WORKGROUP_SIZE) {
    x[start + i] = weight[first + i] * (x[start + i] * scale);
  }
}
