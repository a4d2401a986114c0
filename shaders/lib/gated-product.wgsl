// x and y of the products with gate and up (matmul-subgroup-matrix.wgsl over lib/plane-pair.wgsl), joined on the spot:
//
//   y[t, r] = silu(gate[r] * x[t]) * up[r] * x[t], in f16
//
// Needs lib/activations.wgsl and lib/cell-f16.wgsl.
@group(0) @binding(4) var<storage, read> x: array<vec4<u32>>;        // [token_count, x_stride] of eight f16
@group(0) @binding(5) var<storage, read_write> y: array<vec4<u32>>;  // [token_count, rows / 8] of eight f16
@group(0) @binding(6) var<uniform> params: Params;

// Four values of the matrix that the subgroup has in workgroup memory.
fn sums_at(subgroup: u32, at: u32) -> vec4<f32> {
  return vec4<f32>(
    sums_tile[subgroup][at],
    sums_tile[subgroup][at + 1u],
    sums_tile[subgroup][at + 2u],
    sums_tile[subgroup][at + 3u],
  );
}

fn gated(gate: vec4<f32>, up: vec4<f32>) -> vec2<u32> {
  return to_cell(vec4<f32>(silu(gate.x), silu(gate.y), silu(gate.z), silu(gate.w)) * up);
}
