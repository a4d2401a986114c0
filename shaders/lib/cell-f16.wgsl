// Four neighbouring values as the next product takes them, in f16: half the traffic, values rounded to 11 bits.
alias Cell = vec2<u32>;

fn to_cell(values: vec4<f32>) -> Cell {
  let finite = clamp(values, vec4<f32>(-65504.0), vec4<f32>(65504.0)); // packing what f16 cannot hold is undefined
  return Cell(pack2x16float(finite.xy), pack2x16float(finite.zw));
}
