// mamba-step.wgsl for several columns, one behind the other: each steps from the state that the one before came to
//
// Slot 0 of `state` is the state before the first column, slot c + 1 the state behind column c. Grid
// [ceil(channels / (WORKGROUP_SIZE / 8))]. Includes lib/step.wgsl, a format, lib/activations.wgsl, lib/striped.wgsl,
// lib/columns.wgsl and lib/channel-step.wgsl.
struct Params {
  channels: u32,
  rank: u32,
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
  dbc_stride: u32, // in vectors
  uz_stride: u32, // in floats
  slot_stride: u32, // in pairs
}

@group(0) @binding(2) var<storage, read> dbc: array<vec4<f32>>;         // [COLUMNS, dbc_stride]: dt, B, C
@group(0) @binding(3) var<storage, read> norms: array<vec4<f32>>;       // [(rank + 32) / 4]: the norms' weights
@group(0) @binding(4) var<storage, read> a: array<vec2<f32>>;           // [channels, 16 / 2], negative
@group(0) @binding(5) var<storage, read> bias_d: array<vec2<f32>>;      // [channels]: dt bias, d
@group(0) @binding(6) var<storage, read_write> state: array<vec2<f32>>; // [1 + COLUMNS, slot_stride]: [channels, 16 / 2]
@group(0) @binding(7) var<storage, read_write> uz: array<f32>;          // [COLUMNS, uz_stride]; u, then y: striped; z: [channels]
@group(0) @binding(8) var<uniform> params: Params;

var<private> column: u32;

fn dbc_at(index: u32) -> vec4<f32> {
  return dbc[column * params.dbc_stride + index];
}

fn before_at() -> u32 {
  return column * params.slot_stride;
}

fn after_at() -> u32 {
  return (column + 1u) * params.slot_stride;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn columns_mamba_step(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let channel = group.x * (WORKGROUP_SIZE / LANES) + local / LANES;
  let is_channel = channel < params.channels;
  let c = min(channel, params.channels - 1u);
  let stride = stripe_stride(params.channels / 32u);
  for (var i = 0u; i < COLUMNS; i++) {
    column = i;
    let start = i * params.uz_stride;
    let u_at = start + striped(c / 4u, stride) * 4u + c % 4u;
    let y = step_channel(c, is_channel, uz[u_at], uz[start + stride * 32u + c], local);
    if (is_channel && local % LANES == 0u) {
      uz[u_at] = y;
    }
  }
}
