// x[t] += sum over slices of partial[s, t], then y[t, i] = weight[i] * x[t, i] / sqrt(mean(x[t]^2) + epsilon)
//
// Adds up the slices of a product onto the residual stream and normalises it for the next. One workgroup a token;
// grid [token_count]. Includes lib/step.wgsl, lib/reduce.wgsl, lib/slices.wgsl and a cell.
struct Params {
  size: u32, // vectors
  epsilon: f32,
  slices: u32,
  slice_stride: u32, // vectors from one slice to the next
}

@group(0) @binding(0) var<storage, read> partial: array<vec4<f32>>; // [slices, token_count, size]
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>;  // [size]
@group(0) @binding(2) var<storage, read_write> x: array<vec4<f32>>; // [token_count, size]
@group(0) @binding(3) var<storage, read_write> y: array<Cell>;      // [token_count, size]
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn merge_norm(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  if (is_idle()) {
    return;
  }
  let start = group.x * params.size;
  var squares = 0.0;
  for (var i = lane; i < params.size; i += WORKGROUP_SIZE) {
    let sum = add_slices(x[start + i], start + i);
    x[start + i] = sum;
    squares += dot(sum, sum);
  }
  let scale = inverseSqrt(workgroup_sum(squares, lane) / f32(params.size * 4u) + params.epsilon);
  for (var i = lane; i < params.size; i += WORKGROUP_SIZE) {
    y[start + i] = to_cell(weight[i] * (x[start + i] * scale)); // what this invocation has just written
  }
}
