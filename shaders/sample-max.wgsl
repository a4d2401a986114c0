// block_bests[b] = the largest logit of block b and its id, the lowest of equals; any NaN is larger than all
//
// First of the sampling kernels: 1,024 tokens a workgroup. Also empties the buckets of sample-weigh.wgsl.
// Grid [ceil(vocab_size / 1024)]. Includes lib/step.wgsl, lib/sampling.wgsl and lib/token-keys.wgsl.
struct Params {
  vocab_size: u32,
  bucket_words: u32,
}

@group(0) @binding(0) var<storage, read> logits: array<u32>;                   // [vocabSize], bits of f32
@group(0) @binding(1) var<storage, read> seen: array<u32>;                     // [vocabSize]
@group(0) @binding(2) var<storage, read> sampling: Sampling;
@group(0) @binding(3) var<storage, read_write> block_bests: array<vec2<u32>>;  // [blocks] of (key, id)
@group(0) @binding(4) var<storage, read_write> buckets: array<u32>;            // [bucket_words]
@group(0) @binding(5) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn sample_max(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
  @builtin(local_invocation_index) local: u32,
) {
  if (is_idle()) {
    return;
  }
  for (var i = group.x * WORKGROUP_SIZE + local; i < params.bucket_words; i += groups.x * WORKGROUP_SIZE) {
    buckets[i] = 0u;
  }
  let first = group.x * BLOCK + local * run_length();
  var best = vec2<u32>(token_key(first), first);
  for (var id = first + 1u; id < first + run_length(); id++) {
    best = better(best, vec2<u32>(token_key(id), id));
  }
  best = workgroup_best(best, local);
  if (local == 0u) {
    block_bests[group.x] = best;
  }
}
