// int16-mlp-input.wgsl for several columns: next[c, r] = silu(factor[c] * gate[r] . x[c]) * factor[c] * up[r] . x[c] as int16
//
// Grid [row_count / ROWS]. Includes lib/step.wgsl, a format with lib/plane-pair.wgsl (the second matrix is up) and its bytes,
// lib/activations.wgsl, lib/int16-rows.wgsl, lib/int16-store.wgsl, lib/columns.wgsl, lib/int16-rows-columns.wgsl.
override ROW_COUNT: u32; // intermediateSize
override NEXT_STRIDE: u32; // in words

@group(0) @binding(4) var<storage, read> x: array<vec4<u32>>;    // [COLUMNS, X_STRIDE], each as in lib/int16-rows.wgsl
@group(0) @binding(5) var<storage, read_write> next: array<u32>; // [COLUMNS, NEXT_STRIDE], each of row_count columns, without squares

// (gate, up) of each column.
fn multiply_pairs(start: u32, lane: u32) -> array<vec2<f32>, COLUMNS> {
  var sums = array<vec2<f32>, COLUMNS>();
  for (var k = 0u; k < (UNITS + LANES - 1u) / LANES; k++) {
    let index = k * LANES + lane;
    if (UNITS % LANES == 0u || index < UNITS) {
      reads_second = false;
      let gate = load_bytes(start + index);
      reads_second = true;
      let up = load_bytes(start + index);
      for (var column = 0u; column < COLUMNS; column++) {
        let start_x = column * X_STRIDE;
        sums[column] += vec2<f32>(dot_bytes_from(gate, index, start_x), dot_bytes_from(up, index, start_x));
      }
    }
  }
  return sums;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_mlp_input(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first_row = group.x * ROWS; // one to a group of lanes, of each matrix
  var shares = multiply_pairs((first_row + local / LANES) * UNITS, local % LANES);
  for (var first = 0u; first < COLUMNS; first += ROUND) {
    put_round(&shares, first, true, local);
    workgroupBarrier();
    for (var at = local; at < ROUND * ROWS; at += WORKGROUP_SIZE) {
      let factor = round_norm_factor(at / ROWS);
      let sums = sum_round_group(at / ROWS, at % ROWS);
      results[first * ROWS + at] = silu(factor * sums.x) * factor * sums.y;
    }
    workgroupBarrier();
  }
  for (var at = local * 8u; at < RESULTS; at += WORKGROUP_SIZE * 8u) {
    if (is_active) {
      let values = array<vec4<f32>, 2>(four_results(at), four_results(at + 4u));
      store_eight_from(values, (first_row + at % ROWS) / 8u, ROW_COUNT, at / ROWS * NEXT_STRIDE);
    }
  }
}
