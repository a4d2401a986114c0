// keys[position + t] = k[t], values[position + t] = v[t]
//
// Appends a chunk to the attention cache. One invocation four values; grid [ceil(cells / 64), token_count].
// Includes lib/step.wgsl and lib/kv-f16.wgsl or lib/kv-f32.wgsl.
struct Params {
  cells: u32, // kvHeadCount * headSize / 4
}

@group(0) @binding(0) var<storage, read> k: array<vec4<f32>>;          // [token_count, cells]
@group(0) @binding(1) var<storage, read> v: array<vec4<f32>>;          // [token_count, cells]
@group(0) @binding(2) var<storage, read_write> keys: array<KvCell>;    // [contextLength, cells]
@group(0) @binding(3) var<storage, read_write> values: array<KvCell>;  // [contextLength, cells]
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(64)
fn kv_store(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= params.cells || id.y >= step.token_count) {
    return;
  }
  let source = id.y * params.cells + id.x;
  let target_cell = (step.position + id.y) * params.cells + id.x;
  keys[target_cell] = pack_cell(k[source]);
  values[target_cell] = pack_cell(v[source]);
}
