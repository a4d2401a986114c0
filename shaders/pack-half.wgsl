// y[i] = x[i], in f16: the input of a product on matrix units whose maker writes f32
//
// One invocation four values; grid [ceil(size / 64), token_count]. Includes lib/cell-f16.wgsl.
struct Params {
  size: u32, // vectors
}

@group(0) @binding(0) var<storage, read> x: array<vec4<f32>>;  // [token_count, size]
@group(0) @binding(1) var<storage, read_write> y: array<Cell>; // [token_count, size]
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn pack_half(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= params.size) {
    return;
  }
  let at = id.y * params.size + id.x;
  y[at] = to_cell(x[at]);
}
