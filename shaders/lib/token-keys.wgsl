// Logits with the repetition penalty. The kernel declares logits: array<u32>, the bits, seen: array<u32>, how often each token
// is among the recent ones, and params.vocab_size. Includes lib/sampling.wgsl.

// A token's key; 0, below any other, past the vocabulary.
fn token_key(id: u32) -> u32 {
  if (id >= params.vocab_size) {
    return 0u;
  }
  let bits = logits[id];
  let penalty = sampling.repetition_penalty;
  if (penalty != 1.0 && seen[id] > 0u && (bits & 0x7f800000u) != 0x7f800000u) {
    let logit = bitcast<f32>(bits);
    return key_of(bitcast<u32>(select(logit * penalty, logit / penalty, logit > 0.0)));
  }
  return key_of(bits);
}
