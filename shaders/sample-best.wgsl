// Ends a greedy step with the largest logit's token, or one that the CPU has forced.
//
// One workgroup; grid [1]. Includes lib/sampling.wgsl, lib/block-bests.wgsl and lib/sampling-end.wgsl.
struct Params {
  block_count: u32,
}

@group(0) @binding(0) var<storage, read> block_bests: array<vec2<u32>>;  // [blocks] of (key, id)
@group(0) @binding(1) var<storage, read_write> sampling: Sampling;
@group(0) @binding(2) var<storage, read_write> seen: array<u32>;         // [vocabSize]
@group(0) @binding(3) var<storage, read_write> token_ids: array<u32>;
@group(0) @binding(4) var<storage, read_write> next_step: array<u32>;
@group(0) @binding(5) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn sample_best(@builtin(local_invocation_index) local: u32) {
  let best = best_of_blocks(local);
  if (local == 0u) {
    end_step(best.y, best, false);
  }
}
