// RMS norms of the three parts dt, B and C of x_proj's output, each with its own weight
//
// x[t] = [dt: rank | B: states | C: states] is the sum over slices of partial[s, t]. dt goes to an output of its own, as the
// input of dt_proj. One workgroup a token and part; grid [token_count, 3]. Includes lib/reduce.wgsl, lib/slices.wgsl and a cell.
struct Params {
  rank: u32,   // vectors
  states: u32, // vectors
  epsilon: f32,
  slices: u32,
  slice_stride: u32, // vectors from one slice to the next
}

@group(0) @binding(0) var<storage, read> partial: array<vec4<f32>>; // [slices, token_count, rank + 2 * states]
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>;  // [rank + 2 * states]
@group(0) @binding(2) var<storage, read_write> dt: array<Cell>;     // [token_count, rank]
@group(0) @binding(3) var<storage, read_write> bc: array<vec4<f32>>; // [token_count, 2 * states]: B, C
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn split_norm(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let is_dt = group.y == 0u;
  let first = select(params.rank + (group.y - 1u) * params.states, 0u, is_dt);
  let size = select(params.states, params.rank, is_dt);
  let start = group.x * (params.rank + 2u * params.states) + first;
  var squares = 0.0;
  for (var i = lane; i < size; i += WORKGROUP_SIZE) {
    let value = add_slices(vec4<f32>(), start + i);
    squares += dot(value, value);
  }
  let scale = inverseSqrt(workgroup_sum(squares, lane) / f32(size * 4u) + params.epsilon);
  for (var i = lane; i < size; i += WORKGROUP_SIZE) {
    let value = weight[first + i] * (add_slices(vec4<f32>(), start + i) * scale);
    if (is_dt) {
      dt[group.x * params.rank + i] = to_cell(value);
    } else {
      bc[group.x * 2u * params.states + first - params.rank + i] = value;
    }
  }
}
