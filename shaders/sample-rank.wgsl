// Ends a step with a draw from the candidates that top-k, top-p and min-p keep: ranked by logit, equals by id,
// the first with  sum of the weights up to it > random * sum of the kept
//
// A candidate's rank is the number of those before it, counted by comparing all pairs: no barrier, and few candidates are
// the rule. Above MAX_CANDIDATES none is drawn and the CPU chooses. One workgroup; grid [1].
// Includes lib/sampling.wgsl, lib/block-bests.wgsl, lib/buckets.wgsl and lib/sampling-end.wgsl.
struct Params {
  block_count: u32,
}

@group(0) @binding(0) var<storage, read> block_bests: array<vec2<u32>>;  // [blocks] of (key, id)
@group(0) @binding(1) var<storage, read> block_sums: array<f32>;         // [blocks]
@group(0) @binding(2) var<storage, read> buckets: array<u32>;            // [BUCKETS + 1]; the last is the candidates' number
@group(0) @binding(3) var<storage, read> candidates: array<vec2<u32>>;   // [MAX_CANDIDATES] of (key, id)
@group(0) @binding(4) var<storage, read_write> sampling: Sampling;
@group(0) @binding(5) var<storage, read_write> seen: array<u32>;         // [vocabSize]
@group(0) @binding(6) var<storage, read_write> token_ids: array<u32>;
@group(0) @binding(7) var<storage, read_write> next_step: array<u32>;
@group(0) @binding(8) var<uniform> params: Params;

const MAX_CANDIDATES = 1024u;

var<workgroup> ranked_weights: array<f32, MAX_CANDIDATES>;
var<workgroup> ranked_sums: array<f32, MAX_CANDIDATES>; // of the weights up to and with each
var<workgroup> ranked_ids: array<u32, MAX_CANDIDATES>;
// MAX_CANDIDATES less a rank, so that the largest is the first; 0 for none.
var<workgroup> first_past_p: atomic<u32>;
var<workgroup> first_below_min: atomic<u32>;
var<workgroup> first_reached: atomic<u32>;

// Puts each candidate's weight and id where its rank says.
fn rank_candidates(count: u32, best_logit: f32, local: u32) {
  for (var own = local; own < count; own += WORKGROUP_SIZE) {
    let candidate = candidates[own];
    var rank = 0u;
    for (var i = 0u; i < count; i++) {
      let other = candidates[i];
      rank += select(0u, 1u, other.x > candidate.x || (other.x == candidate.x && other.y < candidate.y));
    }
    ranked_weights[rank] = weight_of(candidate.x, best_logit);
    ranked_ids[rank] = candidate.y;
  }
}

// Weight that top-p has its share of: of what top-k keeps, or of all tokens.
fn weight_before_top_p(kept_by_k: f32) -> f32 {
  if (sampling.top_k > 0u) {
    return kept_by_k;
  }
  var total = 0.0;
  for (var block = 0u; block < params.block_count; block++) {
    total += block_sums[block];
  }
  return total;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn sample_rank(@builtin(local_invocation_index) local: u32) {
  let best = best_of_blocks(local);
  let found = buckets[BUCKETS];
  let count = min(found, MAX_CANDIDATES);
  rank_candidates(count, logit_of(best.x), local);
  workgroupBarrier();
  let kept_by_k = min(count, select(MAX_CANDIDATES, sampling.top_k, sampling.top_k > 0u));
  let first = local * run_length();
  let end = min(first + run_length(), kept_by_k);
  var own = 0.0;
  for (var rank = first; rank < end; rank++) {
    own += ranked_weights[rank];
  }
  let scan = workgroup_scan(own, local);
  let share = sampling.top_p * weight_before_top_p(scan.total);
  var sum = scan.before;
  for (var rank = first; rank < end; rank++) {
    let weight = ranked_weights[rank];
    sum += weight;
    ranked_sums[rank] = sum;
    if (sampling.top_p < 1.0 && sum >= share) {
      atomicMax(&first_past_p, MAX_CANDIDATES - rank);
    }
    if (weight < sampling.min_p) {
      atomicMax(&first_below_min, MAX_CANDIDATES - rank);
    }
  }
  workgroupBarrier();
  let past_p = atomicLoad(&first_past_p);
  var kept = min(kept_by_k, MAX_CANDIDATES - atomicLoad(&first_below_min));
  if (past_p > 0u) {
    kept = min(kept, MAX_CANDIDATES - past_p + 1u); // the one that reaches p is kept
  }
  let left = sampling.random[sampling.count % RANDOM_NUMBERS] * ranked_sums[max(kept, 1u) - 1u];
  for (var rank = first; rank < min(end, kept); rank++) {
    if (ranked_sums[rank] > left) {
      atomicMax(&first_reached, MAX_CANDIDATES - rank);
      break;
    }
  }
  workgroupBarrier();
  if (local == 0u) {
    let reached = atomicLoad(&first_reached);
    let drawn = ranked_ids[select(0u, MAX_CANDIDATES - reached, reached > 0u)]; // 0: rounding used up the whole sum
    end_step(drawn, best, found > MAX_CANDIDATES);
  }
}
