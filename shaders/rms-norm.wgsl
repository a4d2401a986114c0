// y[t, i] = weight[i] * x[t, i] / sqrt(mean(x[t]^2) + epsilon)
//
// One workgroup a token; grid [token_count]. With last_only the chunk's last token alone goes to y[0]; grid [1].
// Includes lib/step.wgsl, lib/reduce.wgsl and a cell.
struct Params {
  size: u32, // vectors
  epsilon: f32,
  last_only: u32,
}

@group(0) @binding(0) var<storage, read> x: array<vec4<f32>>;      // [token_count, size]
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>; // [size]
@group(0) @binding(2) var<storage, read_write> y: array<Cell>;     // [token_count or 1, size]
@group(0) @binding(3) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn rms_norm(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let token = select(group.x, step.token_count - 1u, params.last_only == 1u);
  let start = token * params.size;
  var squares = 0.0;
  for (var i = lane; i < params.size; i += WORKGROUP_SIZE) {
    squares += dot(x[start + i], x[start + i]);
  }
  let scale = inverseSqrt(workgroup_sum(squares, lane) / f32(params.size * 4u) + params.epsilon);
  for (var i = lane; i < params.size; i += WORKGROUP_SIZE) {
    y[group.x * params.size + i] = to_cell(weight[i] * (x[start + i] * scale));
  }
}
