// y[h] = sum over slices of o * exp(m - M) / sum over slices of l * exp(m - M),  M = max m
//
// Joins the slices of token-attention.wgsl that hold positions; y in striped order. One invocation a component;
// grid [ceil(headCount * headSize / 64)]. Includes lib/step.wgsl and lib/striped.wgsl.
struct Params {
  head_count: u32,
  head_size: u32,
  slices: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<f32>; // [headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> y: array<f32>; // [8, stride of hiddenSize / 32, 4], striped
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn token_attention_merge(@builtin(global_invocation_id) id: vec3<u32>) {
  let size = params.head_size;
  if (id.x >= params.head_count * size) {
    return;
  }
  let length = step.position + 1u;
  let slice_length = (length + params.slices * 64u - 1u) / (params.slices * 64u) * 64u;
  let used = (length + slice_length - 1u) / slice_length;
  let first = id.x / size * params.slices * (size + 2u);
  let component = id.x % size;
  var highest = -3.0e38;
  var sum = 0.0;
  var weight = 0.0;
  for (var s = 0u; s < used; s++) {
    let at = first + s * (size + 2u);
    let m = partial[at + size];
    let higher = max(highest, m);
    let kept = exp(highest - higher);
    let added = exp(m - higher);
    sum = kept * sum + added * partial[at + component];
    weight = kept * weight + added * partial[at + size + 1u];
    highest = higher;
  }
  y[striped(id.x / 4u, stripe_stride(params.head_count * size / 32u)) * 4u + id.x % 4u] = sum / weight;
}
