// next[r] = silu(factor * sum over k of gate[r, k] * x[k]) * factor * sum over k of up[r, k] * x[k] as int16,
// factor = 1 / sqrt(mean(squares) + epsilon)
//
// Norm, gate, up and SwiGLU of one token; x in int16. Gate and up are of one type; row_count is a multiple of 32. Grid
// [row_count / ROWS]. Includes lib/step.wgsl, a format with lib/plane-pair.wgsl (the second matrix is up)
// and its bytes, lib/activations.wgsl, lib/int16-rows.wgsl, lib/int16-store.wgsl.
override ROW_COUNT: u32; // intermediateSize

@group(0) @binding(4) var<storage, read> x: array<vec4<u32>>;    // lib/int16-rows.wgsl
@group(0) @binding(5) var<storage, read_write> next: array<u32>; // lib/int16-rows.wgsl, of row_count columns, without squares

var<workgroup> products: array<f32, ROWS>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(products[at], products[at + 1u], products[at + 2u], products[at + 3u]);
}

// (gate, up): both of a unit before the next, so that they share the load of x.
fn multiply_pair(start: u32, lane: u32) -> vec2<f32> {
  var sums = vec2<f32>(0.0);
  for (var k = 0u; k < (UNITS + LANES - 1u) / LANES; k++) {
    let index = k * LANES + lane;
    if (UNITS % LANES == 0u || index < UNITS) {
      reads_second = false;
      let gate = load_bytes(start + index);
      reads_second = true;
      let up = load_bytes(start + index);
      sums += vec2<f32>(dot_bytes(gate, index), dot_bytes(up, index));
    }
  }
  return sums;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_mlp_input(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle(); // asked late: nothing waits for the answer before it stores
  let first = group.x * ROWS; // one to a group of lanes, of each matrix
  put_squares(local);
  put_partials(multiply_pair((first + local / LANES) * UNITS, local % LANES), local);
  workgroupBarrier();
  if (local < ROWS) {
    let factor = norm_factor();
    let sums = sum_group(local);
    products[local] = silu(factor * sums.x) * factor * sums.y;
  }
  workgroupBarrier();
  let at = local * 8u;
  if (is_active && at < ROWS) {
    store_eight(array<vec4<f32>, 2>(four(at), four(at + 4u)), (first + at) / 8u, ROW_COUNT);
  }
}
