// block_sums[b] = sum over the tokens of block b of weight,  weight = exp((logit - best) / temperature)
//
// Second of the kernels that draw. Where top-k or top-p will cut, it also counts the tokens by their distance from the best;
// where not, tokens below min-p weigh nothing. Grid [ceil(vocab_size / 1024)].
// Includes lib/step.wgsl, lib/sampling.wgsl, lib/token-keys.wgsl, lib/block-bests.wgsl and lib/buckets.wgsl.
struct Params {
  vocab_size: u32,
  block_count: u32,
  is_cut: u32, // by top-k or top-p
}

@group(0) @binding(0) var<storage, read> logits: array<u32>;                  // [vocabSize], bits of f32
@group(0) @binding(1) var<storage, read> seen: array<u32>;                    // [vocabSize]
@group(0) @binding(2) var<storage, read> sampling: Sampling;
@group(0) @binding(3) var<storage, read> block_bests: array<vec2<u32>>;       // [blocks] of (key, id)
@group(0) @binding(4) var<storage, read_write> block_sums: array<f32>;        // [blocks]
@group(0) @binding(5) var<storage, read_write> buckets: array<atomic<u32>>;   // [BUCKETS + 1]
@group(0) @binding(6) var<uniform> params: Params;

var<workgroup> own_buckets: array<atomic<u32>, BUCKETS>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn sample_weigh(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let best_logit = logit_of(best_of_blocks(local).x);
  let is_cut = params.is_cut == 1u;
  var sum = 0.0;
  let first = group.x * BLOCK + local * run_length();
  for (var id = first; id < first + run_length(); id++) {
    let key = token_key(id);
    let weight = weight_of(key, best_logit);
    sum += select(0.0, weight, is_cut || weight >= sampling.min_p);
    if (is_cut && id < params.vocab_size) {
      atomicAdd(&own_buckets[bucket_of(key, best_logit)], 1u);
    }
  }
  let total = workgroup_scan(sum, local).total; // its barriers end the counting, too
  if (local == 0u) {
    block_sums[group.x] = total;
  }
  if (is_cut) {
    for (var i = local; i < BUCKETS; i += WORKGROUP_SIZE) {
      let count = atomicLoad(&own_buckets[i]);
      if (count > 0u) {
        atomicAdd(&buckets[i], count);
      }
    }
  }
}
