// candidates = all tokens that top-k and top-p can keep, and a few more: those in the buckets up to the border
//
// Border: the first bucket behind which there are at most vocab_size - top_k tokens, or tokens that weigh at most
// (1 - top_p) of all together; the buckets behind are weighed by their upper ends, so that none is lost. Tokens in the last
// bucket that are too unlikely for any random number to hit are left out. In any order; every workgroup finds the
// border for itself. Grid [ceil(vocab_size / 1024)].
// Includes lib/step.wgsl, lib/sampling.wgsl, lib/token-keys.wgsl, lib/block-bests.wgsl and lib/buckets.wgsl.
struct Params {
  vocab_size: u32,
  block_count: u32,
}

@group(0) @binding(0) var<storage, read> logits: array<u32>;                    // [vocabSize], bits of f32
@group(0) @binding(1) var<storage, read> seen: array<u32>;                      // [vocabSize]
@group(0) @binding(2) var<storage, read> sampling: Sampling;
@group(0) @binding(3) var<storage, read> block_bests: array<vec2<u32>>;         // [blocks] of (key, id)
@group(0) @binding(4) var<storage, read> block_sums: array<f32>;                // [blocks]
@group(0) @binding(5) var<storage, read_write> buckets: array<atomic<u32>>;     // [BUCKETS + 1]: counts; candidates so far
@group(0) @binding(6) var<storage, read_write> candidates: array<vec2<u32>>;    // [MAX_CANDIDATES] of (key, id)
@group(0) @binding(7) var<uniform> params: Params;

const MAX_CANDIDATES = 1024u;
const ROUNDING = 0.999; // of a sum of as many weights as there are tokens
const UNDRAWABLE = 2.0e-8; // half the step between random numbers

var<workgroup> border_from_end: atomic<u32>;

// What counts against the limit: tokens for top-k, an upper bound of their weight for top-p.
fn mass_of(bucket: u32) -> f32 {
  let count = f32(atomicLoad(&buckets[bucket]));
  let nats = f32(bucket) / BUCKETS_PER_NAT;
  return count * select(exp(-nats / sampling.temperature), 1.0, sampling.top_k > 0u);
}

fn find_limit() -> f32 {
  if (sampling.top_k > 0u) {
    return f32(params.vocab_size - min(sampling.top_k, params.vocab_size));
  }
  var total = 0.0;
  for (var block = 0u; block < params.block_count; block++) {
    total += block_sums[block];
  }
  return (1.0 - sampling.top_p) * total * ROUNDING;
}

// The first bucket that the limit allows to be the last.
fn find_border(local: u32) -> u32 {
  let first = local * run_length();
  var own = 0.0;
  for (var bucket = first; bucket < first + run_length(); bucket++) {
    own += mass_of(bucket);
  }
  let limit = find_limit();
  var behind = workgroup_scan(own, local).behind;
  for (var bucket = first + run_length(); bucket > first && behind <= limit; bucket--) {
    atomicMax(&border_from_end, BUCKETS - bucket); // the last one is bucket - 1
    behind += mass_of(bucket - 1u);
  }
  workgroupBarrier();
  var border = BUCKETS - 1u - atomicLoad(&border_from_end);
  if (sampling.top_k == 0u && sampling.min_p > 0.0) {
    let distance = -log(sampling.min_p) * sampling.temperature * BUCKETS_PER_NAT + 1.0; // one more for rounding
    border = min(border, u32(min(distance, f32(BUCKETS - 1u))));
  }
  let last = BUCKETS - 1u;
  let nats = f32(last) / BUCKETS_PER_NAT;
  let lost = f32(atomicLoad(&buckets[last])) * exp(-nats / sampling.temperature);
  return select(border, min(border, last - 1u), lost < UNDRAWABLE);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn sample_gather(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let best_logit = logit_of(best_of_blocks(local).x);
  let border = find_border(local);
  let first = group.x * BLOCK + local * run_length();
  for (var id = first; id < first + run_length(); id++) {
    let key = token_key(id);
    if (id < params.vocab_size && bucket_of(key, best_logit) <= border) {
      let slot = atomicAdd(&buckets[BUCKETS], 1u);
      if (slot < MAX_CANDIDATES) {
        candidates[slot] = vec2<u32>(key, id);
      }
    }
  }
}
