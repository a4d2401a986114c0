// SiLU and softplus, safe for any finite input.
fn silu(x: f32) -> f32 {
  return x / (1.0 + exp(-max(x, -80.0)));
}

// log(1 + e) for e in [0, 1] as 2 atanh(e / (2 + e)): 1 + e would drop the low bits of a small e.
fn log1p_unit(e: f32) -> f32 {
  let s = e / (2.0 + e);
  let s2 = s * s;
  let series = 1.0 + s2 * (1.0 / 3.0 + s2 * (0.2 + s2 * (1.0 / 7.0 + s2 * (1.0 / 9.0 + s2 * (1.0 / 11.0 + s2 / 13.0)))));
  return 2.0 * s * series;
}

// log(1 + exp(x)) without overflow: exp only ever sees a number below 0.
fn softplus(x: f32) -> f32 {
  return max(x, 0.0) + log1p_unit(exp(-abs(x)));
}
