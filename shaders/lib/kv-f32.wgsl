// The attention cache in f32: four values a cell. The exact path, twice the memory.
alias KvCell = vec4<u32>;

fn unpack_cell(cell: KvCell) -> vec4<f32> {
  return bitcast<vec4<f32>>(cell);
}

fn pack_cell(values: vec4<f32>) -> KvCell {
  return bitcast<KvCell>(values);
}
