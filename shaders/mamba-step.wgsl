// One step of the selective scan with all that surrounds it, for each channel c and state n:
//
//   dt = softplus(sum over k of w[c, k] * norm_dt(dbc)[k] + bias[c]),  B = norm_B(dbc),  C = norm_C(dbc)
//   h[c, n] = exp(dt * a[c, n]) * h[c, n] + dt * B[n] * u[c]
//   y[c] = (sum over n of h[c, n] * C[n] + d[c] * u[c]) * silu(z[c])
//
// One token. Eight invocations a channel, two states each; all that does not depend on dt is loaded before the first
// barrier. The norms' sums of squares are added up beside the product, by every channel for itself. y takes u's place.
// Grid [ceil(channels / (WORKGROUP_SIZE / 8))]. Includes lib/step.wgsl, a format, lib/activations.wgsl and lib/striped.wgsl.
override WORKGROUP_SIZE: u32 = 64;

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

const LANES = 8u;
var<workgroup> partials: array<vec4<f32>, WORKGROUP_SIZE>;
var<workgroup> outputs: array<f32, WORKGROUP_SIZE>;

// (w . norms * dt, dt . dt) of a run of sixteen from vector `at` on.
fn dot_run(w0: vec4<f32>, w1: vec4<f32>, w2: vec4<f32>, w3: vec4<f32>, at: u32) -> vec3<f32> {
  let t0 = dbc[at];
  let t1 = dbc[at + 1u];
  let t2 = dbc[at + 2u];
  let t3 = dbc[at + 3u];
  let n0 = norms[at] * t0;
  let n1 = norms[at + 1u] * t1;
  let n2 = norms[at + 2u] * t2;
  let n3 = norms[at + 3u] * t3;
  let ones = vec4<f32>(1.0);
  return vec3<f32>(
    dot(w0 * n0 + w1 * n1 + w2 * n2 + w3 * n3, ones),
    dot(n0 + n1 + n2 + n3, ones),
    dot(t0 * t0 + t1 * t1 + t2 * t2 + t3 * t3, ones),
  );
}

fn pair_of(v: vec4<f32>, lane: u32) -> vec2<f32> {
  return select(v.xy, v.zw, lane % 2u == 1u);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn mamba_step(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let lane = local % LANES;
  let channel = group.x * (WORKGROUP_SIZE / LANES) + local / LANES;
  let c = min(channel, params.channels - 1u);
  let stride = stripe_stride(params.channels / 32u);
  let u_at = striped(c / 4u, stride) * 4u + c % 4u;
  let u = uz[u_at];
  let z = uz[stride * 32u + c];
  let bias = bias_d[c];
  let rates = a[c * LANES + lane];
  let before = state[c * LANES + lane];
  let b_at = params.rank / 4u + lane / 2u;
  let b = pair_of(dbc[b_at], lane);
  let b_scaled = b * pair_of(norms[b_at], lane);
  let c_raw = pair_of(dbc[b_at + 4u], lane);
  let c_scaled = c_raw * pair_of(norms[b_at + 4u], lane);

  var product = 0.0;
  var squares = 0.0;
  let units = params.rank / 32u;
  for (var index = lane; index < units; index += LANES) {
    let unit = load_unit(c * units + index);
    let runs = unit_runs(index);
    let first = dot_run(unit.a0, unit.a1, unit.a2, unit.a3, runs.x);
    let second = dot_run(unit.b0, unit.b1, unit.b2, unit.b3, runs.y);
    product += unit.scale.x * first.x + unit.scale.y * second.x + unit.offset.x * first.y + unit.offset.y * second.y;
    squares += first.z + second.z;
  }
  partials[local] = vec4<f32>(product, squares, dot(b, b), dot(c_raw, c_raw));
  workgroupBarrier();
  var totals = vec4<f32>(0.0);
  for (var i = 0u; i < LANES; i++) {
    totals += partials[local - lane + i];
  }
  let factors = inverseSqrt(totals.yzw / vec3<f32>(f32(params.rank), 16.0, 16.0) + params.epsilon);
  let dt = softplus(totals.x * factors.x + bias.x);
  let after = exp(dt * rates) * before + dt * u * factors.y * b_scaled;
  outputs[local] = dot(after, c_scaled) * factors.z;
  workgroupBarrier();
  if (channel < params.channels) {
    state[c * LANES + lane] = after;
    if (lane == 0u) {
      var sum = bias.y * u;
      for (var i = 0u; i < LANES; i++) {
        sum += outputs[local + i];
      }
      uz[u_at] = sum * silu(z);
    }
  }
}
