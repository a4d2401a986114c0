// The end of a token's attention (lib/attention-join.wgsl); y in striped order. One workgroup a head. Grid [headCount].
// Includes lib/step.wgsl, lib/striped.wgsl and lib/attention-join.wgsl.
struct Params {
  head_count: u32,
  head_size: u32, // at most 256
  slices: u32, // at most 64
}

@group(0) @binding(0) var<storage, read> partial: array<f32>; // [headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> y: array<f32>; // [8, stride of hiddenSize / 32, 4], striped
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(SIZE)
fn token_attention_merge(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  let value = join_slices(group.x, local);
  if (local < params.head_size) {
    let k = group.x * params.head_size + local;
    y[striped(k / 4u, stripe_stride(params.head_count * params.head_size / 32u)) * 4u + k % 4u] = value;
  }
}
