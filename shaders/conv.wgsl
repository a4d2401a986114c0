// u[t, c] = silu(bias[c] + sum over k of weight[c, k] * x[t - 3 + k, c]), x[t, c] = xz[t, c]
//
// Causal depthwise convolution of four taps; k = 3 is the current token. The three columns before the chunk are the
// state, and the chunk's last three replace them. One invocation four channels of four tokens; those of the first tokens
// alone touch the state. Grid [ceil(channels / 64), ceil(token_count / 16)].
// Includes lib/step.wgsl, lib/activations.wgsl, lib/conv-output.wgsl or lib/conv-outputs.wgsl.
struct Params {
  channels: u32, // vectors
}

@group(0) @binding(0) var<storage, read> xz: array<vec4<f32>>;          // [token_count, 2 * channels]; x is the first half
@group(0) @binding(1) var<storage, read> weight: array<vec4<f32>>;      // [4 * channels] of four taps
@group(0) @binding(2) var<storage, read> bias: array<vec4<f32>>;        // [channels]
@group(0) @binding(3) var<storage, read_write> state: array<vec4<f32>>; // [3, channels], oldest first

fn silu4(v: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(silu(v.x), silu(v.y), silu(v.z), silu(v.w));
}

// The column of a token; the state's columns are the tokens -3 to -1 of a chunk.
fn column(token: i32, c: u32) -> vec4<f32> {
  if (token < 0) {
    return state[u32(token + 3) * params.channels + c];
  }
  return xz[u32(token) * 2u * params.channels + c];
}

@compute @workgroup_size(16, 4)
fn conv(@builtin(global_invocation_id) id: vec3<u32>) {
  let c = id.x;
  let channels = params.channels;
  let count = i32(step.token_count);
  let first = i32(id.y) * 4;
  if (c >= channels || first >= count) {
    return;
  }
  // From four taps a channel to four channels a tap.
  let taps = transpose(mat4x4<f32>(weight[c * 4u], weight[c * 4u + 1u], weight[c * 4u + 2u], weight[c * 4u + 3u]));
  let shift = bias[c];
  var x0 = column(first - 3, c);
  var x1 = column(first - 2, c);
  var x2 = column(first - 1, c);
  for (var i = 0; i < 4; i++) {
    if (first + i < count) {
      let x3 = column(first + i, c);
      write_u(u32(first + i) * channels + c, silu4(shift + (taps[0] * x0 + taps[1] * x1 + taps[2] * x2 + taps[3] * x3)));
      x0 = x1;
      x1 = x2;
      x2 = x3;
    }
  }
  if (first == 0) {
    if (count > 4) {
      x0 = column(count - 3, c);
      x1 = column(count - 2, c);
      x2 = column(count - 1, c);
    }
    state[c] = x0;
    state[channels + c] = x1;
    state[2u * channels + c] = x2;
  }
}
