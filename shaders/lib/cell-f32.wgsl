// Four neighbouring values as the next product takes them, in f32.
alias Cell = vec4<f32>;

fn to_cell(values: vec4<f32>) -> Cell {
  return values;
}
