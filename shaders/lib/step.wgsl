// What changes from one chunk or token to the next; everything else is fixed when the model loads. The CPU writes it before a
// chunk. While an answer is written the sampling kernels do: the next token's position, or no token once the answer has ended.
struct Step {
  token_count: u32, // tokens in this chunk; 1 when decoding, 0 when nothing is left to read
  position: u32,    // of the chunk's first token in the context
}

@group(1) @binding(0) var<uniform> step: Step;

// Steps submitted before the answer's end was known find nothing to do: no state may change then, as it could not be undone.
fn is_idle() -> bool {
  return step.token_count == 0u;
}
