// The end of a token's attention (lib/attention-join.wgsl); y as int16. One workgroup a head. Grid [headCount].
// Includes lib/step.wgsl, lib/int16-store.wgsl and lib/attention-join.wgsl.
override HEAD_COUNT: u32;
override HEAD_SIZE: u32; // a multiple of 8, at most 256
override SLICES: u32; // at most 64

@group(0) @binding(0) var<storage, read> partial: array<f32>;    // [headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> next: array<u32>; // lib/int16-rows.wgsl, of hiddenSize columns, without squares

var<workgroup> joined: array<f32, SIZE>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(joined[at], joined[at + 1u], joined[at + 2u], joined[at + 3u]);
}

@compute @workgroup_size(SIZE)
fn int16_attention_merge(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  joined[local] = join_slices(group.x, local);
  workgroupBarrier();
  let at = local * 8u;
  if (at < HEAD_SIZE) {
    let first = group.x * HEAD_SIZE;
    let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
    store_eight(values, (first + at) / 8u, HEAD_COUNT * HEAD_SIZE);
  }
}
