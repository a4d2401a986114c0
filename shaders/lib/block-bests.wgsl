// The best token of all, from the blocks' own bests. The kernel declares block_bests: array<vec2<u32>> and params.block_count.
// All invocations of a workgroup must call it. Includes lib/sampling.wgsl.
fn best_of_blocks(local: u32) -> vec2<u32> {
  var best = vec2<u32>(0u, 0xffffffffu);
  for (var block = local; block < params.block_count; block += WORKGROUP_SIZE) {
    best = better(best, block_bests[block]);
  }
  return workgroup_best(best, local);
}
