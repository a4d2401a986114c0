// Four neighbouring columns of a tile in workgroup memory, in f32.
alias Cell = vec4<f32>;

// Cells of 16 bytes are read and written by eight invocations at a time.
const SWIZZLE = 2u;

fn to_cell(values: vec4<f32>) -> Cell {
  return values;
}

fn from_cell(cell: Cell) -> vec4<f32> {
  return cell;
}
