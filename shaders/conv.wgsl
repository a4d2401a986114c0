// u[t, c] = silu(bias[c] + sum over k of weight[c, k] * x[t - 3 + k, c]), x[t, c] = xz[t, c]
//
// Causal depthwise convolution of four taps; k = 3 is the current token. The three columns before the chunk are the
// state, and the chunk's last three replace them. One invocation a channel walks the chunk; grid [ceil(channels / 64)].
// Includes lib/step.wgsl and lib/activations.wgsl.
struct Params {
  channels: u32,
}

@group(0) @binding(0) var<storage, read> xz: array<f32>;           // [token_count, 2 * channels]; x is the first half
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>; // [channels] of four taps
@group(0) @binding(2) var<storage, read> bias: array<f32>;         // [channels]
@group(0) @binding(3) var<storage, read_write> state: array<f32>;  // [3, channels], oldest first
@group(0) @binding(4) var<storage, read_write> u: array<f32>;      // [token_count, channels]
@group(0) @binding(5) var<uniform> params: Params;

@compute @workgroup_size(64)
fn conv(@builtin(global_invocation_id) id: vec3<u32>) {
  let c = id.x;
  let channels = params.channels;
  if (c >= channels) {
    return;
  }
  let taps = weight[c];
  let shift = bias[c];
  var window = vec4<f32>(0.0, state[c], state[channels + c], state[2u * channels + c]);
  for (var t = 0u; t < step.token_count; t++) {
    window = vec4<f32>(window.yzw, xz[t * 2u * channels + c]);
    u[t * channels + c] = silu(shift + dot(taps, window));
  }
  state[c] = window.y;
  state[channels + c] = window.z;
  state[2u * channels + c] = window.w;
}
