// int16-mamba-step.wgsl for several columns, one behind the other: each steps from the state that the one before came to
//
// Slot 0 of `state` is the state before the first column, slot c + 1 the state behind column c.
// channels is a multiple of 32. Grid [channels / (WORKGROUP_SIZE / 8)]. Includes lib/step.wgsl, a format,
// lib/activations.wgsl, lib/int16-store.wgsl, lib/columns.wgsl, lib/channel-step.wgsl.
override CHANNELS: u32;
override RANK: u32;
override EPSILON: f32;
override SLOT_STRIDE: u32; // in pairs
override UZ_STRIDE: u32; // in vectors
override NEXT_STRIDE: u32; // in words

@group(0) @binding(2) var<storage, read> uz: array<vec4<f32>>;          // [COLUMNS, UZ_STRIDE]; u: [channels / 4], z: the same, then dbc
@group(0) @binding(3) var<storage, read> norms: array<vec4<f32>>;       // [(rank + 32) / 4]: the norms' weights
@group(0) @binding(4) var<storage, read> a: array<vec2<f32>>;           // [channels, 16 / 2], negative
@group(0) @binding(5) var<storage, read> bias_d: array<vec2<f32>>;      // [channels]: dt bias, d
@group(0) @binding(6) var<storage, read_write> state: array<vec2<f32>>; // [1 + COLUMNS, SLOT_STRIDE]: [channels, 16 / 2]
@group(0) @binding(7) var<storage, read_write> next: array<u32>;        // [COLUMNS, NEXT_STRIDE]: y in int16, without squares

override FINISHED: u32 = WORKGROUP_SIZE / LANES; // channels of a workgroup; with a name as in lib/int16-rows.wgsl

var<workgroup> finished: array<f32, FINISHED>;
var<private> column: u32;

fn dbc_at(index: u32) -> vec4<f32> {
  return uz[column * UZ_STRIDE + CHANNELS / 2u + index];
}

fn before_at() -> u32 {
  return column * SLOT_STRIDE;
}

fn after_at() -> u32 {
  return (column + 1u) * SLOT_STRIDE;
}

fn component(v: vec4<f32>, index: u32) -> f32 {
  let pair = select(v.xy, v.zw, index >= 2u);
  return select(pair.x, pair.y, index % 2u == 1u);
}

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(finished[at], finished[at + 1u], finished[at + 2u], finished[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_mamba_step(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first = group.x * (WORKGROUP_SIZE / LANES);
  let c = first + local / LANES;
  for (var i = 0u; i < COLUMNS; i++) {
    column = i;
    let u = component(uz[i * UZ_STRIDE + c / 4u], c % 4u);
    let z = component(uz[i * UZ_STRIDE + (CHANNELS + c) / 4u], c % 4u);
    let y = step_channel(c, is_active, u, z, local);
    if (local % LANES == 0u) {
      finished[local / LANES] = y;
    }
    workgroupBarrier();
    let at = local * 8u;
    if (is_active && at < WORKGROUP_SIZE / LANES) {
      store_eight_from(array<vec4<f32>, 2>(four(at), four(at + 4u)), (first + at) / 8u, CHANNELS, i * NEXT_STRIDE);
    }
  }
}
