// y = x[first + kept - 1], where any column was kept: the state behind the last column that stands, or its logits
//
// Grid [ceil(size / 256)]. Includes lib/columns.wgsl and lib/lookup.wgsl.
struct Params {
  size: u32, // in words
  stride: u32, // from one x to the next
  first: u32,
}

@group(0) @binding(0) var<storage, read> x: array<u32>;       // [first + COLUMNS, stride]
@group(0) @binding(1) var<storage, read_write> y: array<u32>; // [size]
@group(0) @binding(2) var<storage, read> lookup: Lookup;
@group(0) @binding(3) var<uniform> params: Params;

@compute @workgroup_size(256)
fn lookup_keep(@builtin(global_invocation_id) id: vec3<u32>) {
  if (lookup.kept > 0u && id.x < params.size) {
    y[id.x] = x[(params.first + lookup.kept - 1u) * params.stride + id.x];
  }
}
