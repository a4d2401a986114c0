// y[t, h] = sum over slices of o * exp(m - M) / sum over slices of l * exp(m - M),  M = max m
//
// Joins the slices of attention.wgsl. One workgroup a token and head; grid [headCount, token_count].
struct Params {
  head_count: u32,
  head_size: u32,
  slices: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<f32>; // [token_count, headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> y: array<f32>; // [token_count, headCount, headSize]
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn attention_merge(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let size = params.head_size;
  let row = group.y * params.head_count + group.x;
  let first = row * params.slices * (size + 2u);
  var highest = partial[first + size];
  for (var s = 1u; s < params.slices; s++) {
    highest = max(highest, partial[first + s * (size + 2u) + size]);
  }
  for (var i = lane; i < size; i += 64u) {
    var sum = 0.0;
    var weight = 0.0;
    for (var s = 0u; s < params.slices; s++) {
      let at = first + s * (size + 2u);
      let factor = exp(partial[at + size] - highest);
      sum += factor * partial[at + i];
      weight += factor * partial[at + size + 1u];
    }
    y[row * size + i] = sum / weight;
  }
}
