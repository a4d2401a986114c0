// What one token's step of the scan and several columns' share: a run of the product that makes dt, with its norm; two states to
// a lane. The kernel declares norms and
//
//   fn dbc_at(index: u32) -> vec4<f32>    [(rank + 32) / 4]: dt, B, C before their norms
override WORKGROUP_SIZE: u32 = 64;

const LANES = 8u;

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
