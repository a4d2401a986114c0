// next = weight[i] * x[i] as int16, and the sums of eight x[i]^2,  of the chunk's last token
//
// What a folded norm needs of the residual stream. One invocation eight values; grid [ceil(size / 512)].
// Includes lib/step.wgsl and lib/int16-store.wgsl.
override SIZE: u32; // hiddenSize

@group(0) @binding(0) var<storage, read> x: array<vec4<f32>>;        // [token_count, size / 4]
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>;   // [size / 4]
@group(0) @binding(2) var<storage, read_write> next: array<u32>;     // lib/int16-rows.wgsl

@compute @workgroup_size(64)
fn int16_norm_input(@builtin(global_invocation_id) id: vec3<u32>) {
  let cell = id.x * 2u;
  if (is_idle() || cell * 4u >= SIZE) {
    return;
  }
  let at = (step.token_count - 1u) * (SIZE / 4u) + cell;
  let values = array<vec4<f32>, 2>(x[at], x[at + 1u]);
  store_eight(array<vec4<f32>, 2>(weight[cell] * values[0], weight[cell + 1u] * values[1]), id.x, SIZE);
  store_squares(dot(values[0], values[0]) + dot(values[1], values[1]), id.x, SIZE);
}
