// Selective scan of Mamba-1 with everything around it, for each channel c and state n:
//
//   dt = softplus(dt_raw[t, c] + bias[c])
//   h[c, n] = exp(dt * a[c, n]) * h[c, n] + dt * B[t, n] * u[t, c]
//   y[t, c] = (sum over n of h[c, n] * C[t, n] + d[c] * u[t, c]) * silu(z[t, c]),  z[t, c] = xz[t, channels + c]
//
// For CPU adapters; scan-chunk.wgsl is the same for GPUs. One invocation a channel keeps its sixteen states in registers and
// walks the chunk; B and C are the same for all invocations. f32 throughout. Grid [ceil(channels / 64)]. Includes lib/step.wgsl and lib/activations.wgsl.
struct Params {
  channels: u32,
}

@group(0) @binding(0) var<storage, read> u: array<f32>;                // [token_count, channels]
@group(0) @binding(1) var<storage, read> dt_raw: array<f32>;           // [token_count, channels]
@group(0) @binding(2) var<storage, read> bc: array<vec4<f32>>;         // [token_count, 8]: B, C
@group(0) @binding(3) var<storage, read> xz: array<f32>;               // [token_count, 2 * channels]
@group(0) @binding(4) var<storage, read> a: array<vec4<f32>>;          // [channels, 16], negative
@group(0) @binding(5) var<storage, read> bias_d: array<vec2<f32>>;     // [channels]: dt bias, d
@group(0) @binding(6) var<storage, read_write> state: array<vec4<f32>>; // [channels, 16]
@group(0) @binding(7) var<storage, read_write> y: array<f32>;          // [token_count, channels]
@group(0) @binding(8) var<uniform> params: Params;

@compute @workgroup_size(64)
fn scan(@builtin(global_invocation_id) id: vec3<u32>) {
  let c = id.x;
  let channels = params.channels;
  if (c >= channels) {
    return;
  }
  let a0 = a[c * 4u];
  let a1 = a[c * 4u + 1u];
  let a2 = a[c * 4u + 2u];
  let a3 = a[c * 4u + 3u];
  var h0 = state[c * 4u];
  var h1 = state[c * 4u + 1u];
  var h2 = state[c * 4u + 2u];
  var h3 = state[c * 4u + 3u];
  let bias = bias_d[c].x;
  let d = bias_d[c].y;
  for (var t = 0u; t < step.token_count; t++) {
    let at = t * channels + c;
    let dt = softplus(dt_raw[at] + bias);
    let input = u[at];
    let b = t * 8u;
    let dx = dt * input;
    h0 = exp(dt * a0) * h0 + dx * bc[b];
    h1 = exp(dt * a1) * h1 + dx * bc[b + 1u];
    h2 = exp(dt * a2) * h2 + dx * bc[b + 2u];
    h3 = exp(dt * a3) * h3 + dx * bc[b + 3u];
    let sum = dot(h0, bc[b + 4u]) + dot(h1, bc[b + 5u]) + dot(h2, bc[b + 6u]) +
      dot(h3, bc[b + 7u]);
    y[at] = (sum + d * input) * silu(xz[t * 2u * channels + channels + c]);
  }
  state[c * 4u] = h0;
  state[c * 4u + 1u] = h1;
  state[c * 4u + 2u] = h2;
  state[c * 4u + 3u] = h3;
}
