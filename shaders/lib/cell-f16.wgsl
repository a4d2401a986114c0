// Four neighbouring columns of a tile in workgroup memory, in f16: half the traffic, values rounded to 11 bits.
alias Cell = vec2<u32>;

// Cells of 8 bytes are read and written by sixteen invocations at a time.
const SWIZZLE = 4u;

fn to_cell(values: vec4<f32>) -> Cell {
  let finite = clamp(values, vec4<f32>(-65504.0), vec4<f32>(65504.0)); // packing what f16 cannot hold is undefined
  return Cell(pack2x16float(finite.xy), pack2x16float(finite.zw));
}

fn from_cell(cell: Cell) -> vec4<f32> {
  return vec4<f32>(unpack2x16float(cell.x), unpack2x16float(cell.y));
}
