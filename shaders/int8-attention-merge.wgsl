// The end of a token's attention (lib/attention-join.wgsl); y as int8. One workgroup a head. Grid [headCount].
// Includes lib/step.wgsl, lib/int8-store.wgsl and lib/attention-join.wgsl.
struct Params {
  head_count: u32,
  head_size: u32, // a multiple of 8, at most 256
  slices: u32, // at most 64
}

@group(0) @binding(0) var<storage, read> partial: array<f32>;    // [headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> next: array<u32>; // lib/int8-rows.wgsl, of hiddenSize columns, without squares
@group(0) @binding(2) var<uniform> params: Params;

var<workgroup> joined: array<f32, SIZE>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(joined[at], joined[at + 1u], joined[at + 2u], joined[at + 3u]);
}

@compute @workgroup_size(SIZE)
fn int8_attention_merge(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  joined[local] = join_slices(group.x, local);
  workgroupBarrier();
  let at = local * 8u;
  if (at < params.head_size) {
    let first = group.x * params.head_size;
    let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
    store_eight(values, (first + at) / 8u, params.head_count * params.head_size);
  }
}
