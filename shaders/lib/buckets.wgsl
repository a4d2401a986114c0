// Buckets of tokens by how far their logit lies below the best one: a sixteenth of a nat each. The last takes all that are
// 64 nats and more below. Rounding keeps the order: a larger logit is never in a later bucket.
const BUCKETS = 1024u;
const BUCKETS_PER_NAT = 16.0;

fn bucket_of(key: u32, best_logit: f32) -> u32 {
  if (key <= NOTHING_KEY) {
    return BUCKETS - 1u;
  }
  let distance = min((best_logit - logit_of(key)) * BUCKETS_PER_NAT, f32(BUCKETS - 1u));
  return min(u32(distance), BUCKETS - 1u);
}
