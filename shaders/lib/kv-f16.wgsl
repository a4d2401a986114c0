// The attention cache in f16: four values a cell.
alias KvCell = vec2<u32>;

fn unpack_cell(cell: KvCell) -> vec4<f32> {
  return vec4<f32>(unpack2x16float(cell.x), unpack2x16float(cell.y));
}

fn pack_cell(values: vec4<f32>) -> KvCell {
  return KvCell(pack2x16float(values.xy), pack2x16float(values.zw));
}
