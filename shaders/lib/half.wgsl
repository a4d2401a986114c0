// Arithmetic in f16 and its storage in workgroup memory. Only kernels that run on matrix units use it;
// lib/enable-subgroup-matrix.wgsl goes first.
alias Half = f16;
alias Half4 = vec4<f16>;
alias HalfCell = vec4<f16>;

// Four f16s as they lie in memory.
fn half_cell(bits: vec2<u32>) -> HalfCell {
  return bitcast<HalfCell>(bits);
}

fn to_half_cell(values: Half4) -> HalfCell {
  return values;
}

fn half_bits(bits: vec2<u32>) -> Half4 {
  return bitcast<Half4>(bits);
}
