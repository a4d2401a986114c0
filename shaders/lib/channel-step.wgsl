// One step of the selective scan for a channel, with all that surrounds it; eight invocations a channel, two states each:
//
//   dt = softplus(sum over k of w[c, k] * norm_dt(dbc)[k] + bias[c]),  B = norm_B(dbc),  C = norm_C(dbc)
//   h[c, n] = exp(dt * a[c, n]) * h[c, n] + dt * B[n] * u[c]
//   y[c] = (sum over n of h[c, n] * C[n] + d[c] * u[c]) * silu(z[c])
//
// All that does not depend on dt is loaded before the first barrier. The norms' sums of squares are added up beside the
// product, by every channel for itself. Includes a format, lib/activations.wgsl and lib/channel-run.wgsl; the kernel declares
// params.rank, params.channels and params.epsilon, norms, a, bias_d, state and, beside what lib/channel-run.wgsl wants,
//
//   fn before_at() -> u32    where in `state` the state is that the step starts from
//   fn after_at() -> u32     and where the one goes that it comes to

var<workgroup> partials: array<vec4<f32>, WORKGROUP_SIZE>;
var<workgroup> outputs: array<f32, WORKGROUP_SIZE>;

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
