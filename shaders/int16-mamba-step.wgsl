// One step of the selective scan (lib/channel-step.wgsl) for one token; y as int16.
// channels is a multiple of 32. Grid [channels / (WORKGROUP_SIZE / 8)]. Includes lib/step.wgsl, a format,
// lib/activations.wgsl, lib/int16-store.wgsl, lib/channel-step.wgsl.
override CHANNELS: u32;
override RANK: u32;
override EPSILON: f32;

@group(0) @binding(2) var<storage, read> uz: array<vec4<f32>>;          // u: [channels / 4], z: the same, then dbc
@group(0) @binding(3) var<storage, read> norms: array<vec4<f32>>;       // [(rank + 32) / 4]: the norms' weights
@group(0) @binding(4) var<storage, read> a: array<vec2<f32>>;           // [channels, 16 / 2], negative
@group(0) @binding(5) var<storage, read> bias_d: array<vec2<f32>>;      // [channels]: dt bias, d
@group(0) @binding(6) var<storage, read_write> state: array<vec2<f32>>; // [channels, 16 / 2]
@group(0) @binding(7) var<storage, read_write> next: array<u32>;        // lib/int16-rows.wgsl, without squares

override FINISHED: u32 = WORKGROUP_SIZE / LANES; // channels of a workgroup; with a name as in lib/int16-rows.wgsl

var<workgroup> finished: array<f32, FINISHED>;

fn dbc_at(index: u32) -> vec4<f32> {
  return uz[CHANNELS / 2u + index];
}

fn before_at() -> u32 {
  return 0u;
}

fn after_at() -> u32 {
  return 0u;
}

fn component(v: vec4<f32>, index: u32) -> f32 {
  let pair = select(v.xy, v.zw, index >= 2u);
  return select(pair.x, pair.y, index % 2u == 1u);
}

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(finished[at], finished[at + 1u], finished[at + 2u], finished[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_mamba_step(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle(); // asked late: nothing waits for the answer before it stores
  let first = group.x * (WORKGROUP_SIZE / LANES);
  let c = first + local / LANES;
  let u = component(uz[c / 4u], c % 4u);
  let z = component(uz[(CHANNELS + c) / 4u], c % 4u);
  let y = step_channel(c, is_active, u, z, local);
  if (local % LANES == 0u) {
    finished[local / LANES] = y;
  }
  workgroupBarrier();
  let at = local * 8u;
  if (is_active && at < WORKGROUP_SIZE / LANES) {
    store_eight(array<vec4<f32>, 2>(four(at), four(at + 4u)), (first + at) / 8u, CHANNELS);
  }
}
