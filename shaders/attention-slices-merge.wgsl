// y[t, h] = sum over slices of o * 2^(m - M) / sum over slices of l * 2^(m - M),  M = max m
//
// Joins the slices of attention-subgroup-matrix.wgsl. One invocation four components; grid [ceil(headCount * cells / 64),
// token_count]. Includes lib/step.wgsl, lib/attention-slices.wgsl, and lib/kv-f16.wgsl or lib/kv-f32.wgsl for y's cells.
struct Params {
  head_count: u32,
  cells: u32, // headSize / 4
  slice_tokens: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<vec2<f32>>; // [token_count, headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> y: array<KvCell>;    // [token_count, headCount, cells]
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn attention_slices_merge(@builtin(global_invocation_id) id: vec3<u32>) {
  let cells = params.cells;
  if (id.x >= params.head_count * cells || id.y >= step.token_count) {
    return;
  }
  let slices = count_slices(params.slice_tokens);
  let cell = id.x % cells;
  let row = id.y * params.head_count + id.x / cells;
  let stride = cells * 2u + 1u;
  let first = row * slices * stride;
  var highest = partial[first + cells * 2u].x;
  for (var s = 1u; s < slices; s++) {
    highest = max(highest, partial[first + s * stride + cells * 2u].x);
  }
  var sum = vec4<f32>(0.0);
  var weight = 0.0;
  for (var s = 0u; s < slices; s++) {
    let at = first + s * stride;
    let totals = partial[at + cells * 2u];
    let factor = exp2(totals.x - highest);
    sum += factor * vec4<f32>(partial[at + cell * 2u], partial[at + cell * 2u + 1u]);
    weight += factor * totals.y;
  }
  y[row * cells + cell] = pack_cell(sum / weight);
}
