// Ends a step with a draw from the whole vocabulary: the first id with  sum of the weights up to it > random * sum of all
//
// First over the blocks, then within one. Tokens below min-p weigh nothing. One workgroup; grid [1].
// Includes lib/sampling.wgsl, lib/token-keys.wgsl, lib/block-bests.wgsl and lib/sampling-end.wgsl.
struct Params {
  vocab_size: u32,
  block_count: u32,
}

@group(0) @binding(0) var<storage, read> logits: array<u32>;             // [vocabSize], bits of f32
@group(0) @binding(1) var<storage, read> block_bests: array<vec2<u32>>;  // [blocks] of (key, id)
@group(0) @binding(2) var<storage, read> block_sums: array<f32>;         // [blocks]
@group(0) @binding(3) var<storage, read_write> sampling: Sampling;
@group(0) @binding(4) var<storage, read_write> seen: array<u32>;         // [vocabSize]
@group(0) @binding(5) var<storage, read_write> token_ids: array<u32>;
@group(0) @binding(6) var<storage, read_write> next_step: array<u32>;
@group(0) @binding(7) var<uniform> params: Params;

var<workgroup> found: atomic<u32>; // BLOCK less the place of the token in its block; 0 for none

// What a token weighs in the draw.
fn drawn_weight(id: u32, best_logit: f32) -> f32 {
  let weight = weight_of(token_key(id), best_logit);
  return select(0.0, weight, weight >= sampling.min_p);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn sample_draw(@builtin(local_invocation_index) local: u32) {
  let best = best_of_blocks(local);
  let best_logit = logit_of(best.x);
  var total = 0.0;
  for (var block = 0u; block < params.block_count; block++) {
    total += block_sums[block];
  }
  var left = sampling.random[sampling.count % RANDOM_NUMBERS] * total;
  var block = 0u;
  for (; block + 1u < params.block_count && left >= block_sums[block]; block++) {
    left -= block_sums[block];
  }
  let first = block * BLOCK + local * run_length();
  var own = 0.0;
  for (var id = first; id < first + run_length(); id++) {
    own += drawn_weight(id, best_logit);
  }
  var sum = workgroup_scan(own, local).before;
  for (var id = first; id < first + run_length() && sum <= left; id++) {
    sum += drawn_weight(id, best_logit);
    if (sum > left) {
      atomicMax(&found, BLOCK - (id - block * BLOCK));
    }
  }
  workgroupBarrier();
  if (local == 0u) {
    let place = atomicLoad(&found);
    // None: rounding used up the whole sum.
    end_step(select(best.y, block * BLOCK + BLOCK - place, place > 0u), best, false);
  }
}
