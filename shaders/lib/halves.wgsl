// Four f16 as matrix units read them. Needs lib/enable-subgroup-matrix.wgsl.
alias Half4 = vec4<f16>;

fn to_halves(values: vec4<f32>) -> Half4 {
  return Half4(values);
}

fn from_halves(halves: Half4) -> vec4<f32> {
  return vec4<f32>(halves);
}

fn halves_of_bits(bits: vec2<u32>) -> Half4 {
  return bitcast<Half4>(bits);
}
