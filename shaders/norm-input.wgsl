// normed[i] = weight[i] * x[i],  squares[i / 4] = sum of four x[i]^2,  of the chunk's last token
//
// What a folded norm needs of the residual stream (lib/folded-norm.wgsl); normed in striped order. One invocation four
// values; grid [ceil(size / 256)]. Includes lib/step.wgsl and lib/striped.wgsl.
struct Params {
  size: u32, // hiddenSize
}

@group(0) @binding(0) var<storage, read> x: array<vec4<f32>>;            // [token_count, size / 4]
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>;       // [size / 4]
@group(0) @binding(2) var<storage, read_write> normed: array<vec4<f32>>; // [8, stride of size / 32], striped
@group(0) @binding(3) var<storage, read_write> squares: array<f32>;      // [size / 4]
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(64)
fn norm_input(@builtin(global_invocation_id) id: vec3<u32>) {
  let cell = id.x;
  if (is_idle() || cell * 4u >= params.size) {
    return;
  }
  let values = x[(step.token_count - 1u) * (params.size / 4u) + cell];
  normed[striped(cell, stripe_stride(params.size / 32u))] = weight[cell] * values;
  squares[cell] = dot(values, values);
}
