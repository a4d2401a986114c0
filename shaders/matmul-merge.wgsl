// y[t, r] = sum over slices of partial[s, t, r]   (+ y[t, r] when accumulate is 1)
//
// Joins the slices of the tiled products where no kernel that follows does. One invocation four values;
// grid [ceil(rows / 256), token_count]. Includes lib/slices.wgsl.
struct Params {
  rows: u32, // vectors
  slices: u32,
  slice_stride: u32, // vectors from one slice to the next
  accumulate: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<vec4<f32>>; // [slices, token_count, rows]
@group(0) @binding(1) var<storage, read_write> y: array<vec4<f32>>; // [token_count, rows]
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn matmul_merge(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= params.rows) {
    return;
  }
  let at = id.y * params.rows + id.x;
  var sum = vec4<f32>(0.0);
  if (params.accumulate == 1u) {
    sum = y[at];
  }
  y[at] = add_slices(sum, at);
}
