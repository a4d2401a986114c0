// lib/rows.wgsl for several columns: a weight is loaded and decoded once. Includes lib/rows.wgsl and lib/columns.wgsl; the
// kernel declares params.x_stride, vectors from one column's x to the next.
fn multiply_columns(starts: vec4<u32>, lane: u32) -> array<vec4<f32>, COLUMNS> {
  var sums = array<vec4<f32>, COLUMNS>();
  for (var index = lane; index < params.units; index += LANES) {
    let w0 = load_unit(starts.x + index);
    let w1 = load_unit(starts.y + index);
    let w2 = load_unit(starts.z + index);
    let w3 = load_unit(starts.w + index);
    for (var column = 0u; column < COLUMNS; column++) {
      let t = load_input_from(index, column * params.x_stride);
      sums[column] += vec4<f32>(dot_unit(w0, t), dot_unit(w1, t), dot_unit(w2, t), dot_unit(w3, t));
    }
  }
  return sums;
}

// reduce_rows for one column after another: every invocation has read the last one's sums before they are written over.
fn reduce_column(sums: vec4<f32>, squares: f32, local: u32) -> Totals {
  workgroupBarrier();
  return reduce_rows(sums, squares, local);
}
