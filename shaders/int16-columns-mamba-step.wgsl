// int16-mamba-step.wgsl for several columns, one behind the other: each steps from the state that the one before came to
//
// Slot 0 of `state` is the state before the first column, slot c + 1 the state behind column c. What lib/channel-step.wgsl does
// for one token, but that the products of all columns are added up beside each other, and only the states go from column to column.
// channels is a multiple of 32. Grid [channels / (WORKGROUP_SIZE / 8)]. Includes lib/step.wgsl, a format,
// lib/activations.wgsl, lib/int16-store.wgsl, lib/columns.wgsl, lib/channel-run.wgsl.
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

// Columns whose products are in workgroup memory at a time.
const ROUND = 4u;

// With names, as in lib/int16-rows.wgsl.
override PARTIALS: u32 = ROUND * WORKGROUP_SIZE;
override OUTPUTS: u32 = COLUMNS * WORKGROUP_SIZE;
override CHANNELS_A_GROUP: u32 = WORKGROUP_SIZE / LANES;
override FINISHED: u32 = COLUMNS * CHANNELS_A_GROUP;

var<workgroup> partials: array<vec4<f32>, PARTIALS>; // [ROUND, WORKGROUP_SIZE]
var<workgroup> outputs: array<f32, OUTPUTS>;         // [COLUMNS, WORKGROUP_SIZE]
var<workgroup> finished: array<f32, FINISHED>;       // y: [COLUMNS, CHANNELS_A_GROUP]
var<private> column: u32;

fn dbc_at(index: u32) -> vec4<f32> {
  return uz[column * UZ_STRIDE + CHANNELS / 2u + index];
}

fn component(v: vec4<f32>, index: u32) -> f32 {
  let pair = select(v.xy, v.zw, index >= 2u);
  return select(pair.x, pair.y, index % 2u == 1u);
}

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(finished[at], finished[at + 1u], finished[at + 2u], finished[at + 3u]);
}

// This lane's shares of a round's products for channel c, and of the squares that the norms need.
fn put_products(c: u32, first: u32, local: u32) {
  let lane = local % LANES;
  let units = RANK / 32u;
  let b_at = RANK / 4u + lane / 2u;
  var products = array<vec2<f32>, ROUND>(); // (product, squares)
  for (var index = lane; index < units; index += LANES) {
    let unit = load_unit(c * units + index);
    let runs = unit_runs(index);
    for (var i = 0u; i < ROUND; i++) {
      column = first + i;
      let near = dot_run(unit.a0, unit.a1, unit.a2, unit.a3, runs.x);
      let far = dot_run(unit.b0, unit.b1, unit.b2, unit.b3, runs.y);
      products[i].x += unit.scale.x * near.x + unit.scale.y * far.x + unit.offset.x * near.y + unit.offset.y * far.y;
      products[i].y += near.z + far.z;
    }
  }
  for (var i = 0u; i < ROUND; i++) {
    column = first + i;
    let b = pair_of(dbc_at(b_at), lane);
    let c_raw = pair_of(dbc_at(b_at + 4u), lane);
    partials[i * WORKGROUP_SIZE + local] = vec4<f32>(products[i], dot(b, b), dot(c_raw, c_raw));
  }
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_mamba_step(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first_channel = group.x * CHANNELS_A_GROUP;
  let c = first_channel + local / LANES;
  let lane = local % LANES;
  let bias = bias_d[c].x;
  let rates = a[c * LANES + lane];
  let b_at = RANK / 4u + lane / 2u;
  let b_weights = pair_of(norms[b_at], lane);
  let c_weights = pair_of(norms[b_at + 4u], lane);
  var h = state[c * LANES + lane];
  for (var first = 0u; first < COLUMNS; first += ROUND) {
    put_products(c, first, local);
    workgroupBarrier();
    for (var i = 0u; i < ROUND; i++) {
      column = first + i;
      var totals = vec4<f32>(0.0);
      for (var k = 0u; k < LANES; k++) {
        totals += partials[i * WORKGROUP_SIZE + local - lane + k];
      }
      let factors = inverseSqrt(totals.yzw / vec3<f32>(f32(RANK), 16.0, 16.0) + EPSILON);
      let dt = softplus(totals.x * factors.x + bias);
      let u = component(uz[column * UZ_STRIDE + c / 4u], c % 4u);
      let b_scaled = pair_of(dbc_at(b_at), lane) * b_weights;
      let c_scaled = pair_of(dbc_at(b_at + 4u), lane) * c_weights;
      h = exp(dt * rates) * h + dt * u * factors.y * b_scaled;
      outputs[column * WORKGROUP_SIZE + local] = dot(h, c_scaled) * factors.z;
      if (is_active) {
        state[(column + 1u) * SLOT_STRIDE + c * LANES + lane] = h;
      }
    }
    workgroupBarrier();
  }
  for (var at = local; at < FINISHED; at += WORKGROUP_SIZE) {
    let i = at / CHANNELS_A_GROUP;
    let channel = first_channel + at % CHANNELS_A_GROUP;
    let z = component(uz[i * UZ_STRIDE + (CHANNELS + channel) / 4u], channel % 4u);
    var sum = bias_d[channel].y * component(uz[i * UZ_STRIDE + channel / 4u], channel % 4u);
    for (var k = 0u; k < LANES; k++) {
      sum += outputs[i * WORKGROUP_SIZE + at % CHANNELS_A_GROUP * LANES + k];
    }
    finished[at] = sum * silu(z);
  }
  workgroupBarrier();
  for (var at = local * 8u; at < FINISHED; at += WORKGROUP_SIZE * 8u) {
    if (is_active) {
      let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
      let channel = first_channel + at % CHANNELS_A_GROUP;
      store_eight_from(values, channel / 8u, CHANNELS, at / CHANNELS_A_GROUP * NEXT_STRIDE);
    }
  }
}
