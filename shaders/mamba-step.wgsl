// One step of the selective scan (lib/channel-step.wgsl) for one token; y takes u's place.
// Grid [ceil(channels / (WORKGROUP_SIZE / 8))]. Includes lib/step.wgsl, a format, lib/activations.wgsl, lib/striped.wgsl,
// lib/channel-step.wgsl.
struct Params {
  channels: u32,
  rank: u32,
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> dbc: array<vec4<f32>>;         // [(rank + 32) / 4]: dt, B, C
@group(0) @binding(3) var<storage, read> norms: array<vec4<f32>>;       // [(rank + 32) / 4]: the norms' weights
@group(0) @binding(4) var<storage, read> a: array<vec2<f32>>;           // [channels, 16 / 2], negative
@group(0) @binding(5) var<storage, read> bias_d: array<vec2<f32>>;      // [channels]: dt bias, d
@group(0) @binding(6) var<storage, read_write> state: array<vec2<f32>>; // [channels, 16 / 2]
@group(0) @binding(7) var<storage, read_write> uz: array<f32>;          // u, then y: [8, stride, 4], striped; z: [channels]
@group(0) @binding(8) var<uniform> params: Params;

fn dbc_at(index: u32) -> vec4<f32> {
  return dbc[index];
}

fn before_at() -> u32 {
  return 0u;
}

fn after_at() -> u32 {
  return 0u;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn mamba_step(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  let channel = group.x * (WORKGROUP_SIZE / LANES) + local / LANES;
  let is_channel = channel < params.channels;
  let c = min(channel, params.channels - 1u);
  let stride = stripe_stride(params.channels / 32u);
  let u_at = striped(c / 4u, stride) * 4u + c % 4u;
  let y = step_channel(c, is_channel, uz[u_at], uz[stride * 32u + c], local);
  if (is_channel && local % LANES == 0u) {
    uz[u_at] = y;
  }
}
