// One step of the selective scan for a channel, with all that surrounds it; eight invocations a channel, two states each:
//
//   dt = softplus(sum over k of w[c, k] * norm_dt(dbc)[k] + bias[c]),  B = norm_B(dbc),  C = norm_C(dbc)
//   h[c, n] = exp(dt * a[c, n]) * h[c, n] + dt * B[n] * u[c]
//   y[c] = (sum over n of h[c, n] * C[n] + d[c] * u[c]) * silu(z[c])
//
// All that does not depend on dt is loaded before the first barrier. The norms' sums of squares are added up beside the
// product, by every channel for itself. Includes a format and lib/activations.wgsl; the kernel declares params.rank,
// params.channels and params.epsilon, norms, a, bias_d, state and
//
//   fn dbc_at(index: u32) -> vec4<f32>    [(rank + 32) / 4]: dt, B, C before their norms
//   fn before_at() -> u32                  where in `state` the state is that the step starts from
//   fn after_at() -> u32                   and where the one goes that it comes to
override WORKGROUP_SIZE: u32 = 64;

const LANES = 8u;
var<workgroup> partials: array<vec4<f32>, WORKGROUP_SIZE>;
var<workgroup> outputs: array<f32, WORKGROUP_SIZE>;

// (w . norms * dt, dt . dt) of a run of sixteen from vector `at` on.
fn dot_run(w0: vec4<f32>, w1: vec4<f32>, w2: vec4<f32>, w3: vec4<f32>, at: u32) -> vec3<f32> {
  let t0 = dbc_at(at);
  let t1 = dbc_at(at + 1u);
  let t2 = dbc_at(at + 2u);
  let t3 = dbc_at(at + 3u);
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

// y of channel c, on its lane 0. Every invocation of the workgroup must call it; without `writes` the state stays as it is: on
// those beyond the last channel, which repeat it.
fn step_channel(c: u32, writes: bool, u: f32, z: f32, local: u32) -> f32 {
  let lane = local % LANES;
  let bias = bias_d[c];
  let rates = a[c * LANES + lane];
  let before = state[before_at() + c * LANES + lane];
  let b_at = params.rank / 4u + lane / 2u;
  let b = pair_of(dbc_at(b_at), lane);
  let b_scaled = b * pair_of(norms[b_at], lane);
  let c_raw = pair_of(dbc_at(b_at + 4u), lane);
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
  if (writes) {
    state[after_at() + c * LANES + lane] = after;
  }
  workgroupBarrier();
  var sum = bias.y * u;
  for (var i = 0u; i < LANES; i++) {
    sum += outputs[local - lane + i];
  }
  return sum * silu(z);
}
