// Slices that a chunk's positions are cut into: as many as `partial` holds for its tokens, none shorter than 128 positions.
// attention.ts counts the same for the grid, without the positions. Includes lib/step.wgsl.
const MAX_SLICES = 64u;
const MIN_SLICE = 128u;

fn count_slices(slice_tokens: u32) -> u32 {
  let wanted = (step.position + step.token_count + MIN_SLICE - 1u) / MIN_SLICE;
  return clamp(min(slice_tokens / max(step.token_count, 1u), wanted), 1u, MAX_SLICES);
}
