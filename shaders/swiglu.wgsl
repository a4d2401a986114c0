// y[i] = silu(gate[i]) * up[i]
//
// One invocation four values; grid [ceil(size / 64), token_count]. Includes lib/activations.wgsl and a cell.
struct Params {
  size: u32, // vectors
}

@group(0) @binding(0) var<storage, read> up: array<vec4<f32>>;   // [token_count, size]
@group(0) @binding(1) var<storage, read> gate: array<vec4<f32>>; // [token_count, size]
@group(0) @binding(2) var<storage, read_write> y: array<Cell>;   // [token_count, size]
@group(0) @binding(3) var<uniform> params: Params;

@compute @workgroup_size(64)
fn swiglu(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= params.size) {
    return;
  }
  let at = id.y * params.size + id.x;
  let g = gate[at];
  y[at] = to_cell(vec4<f32>(silu(g.x), silu(g.y), silu(g.z), silu(g.w)) * up[at]);
}
