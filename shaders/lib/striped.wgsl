// The order in which single-token kernels keep the vectors they multiply matrices with: neighbouring invocations take
// neighbouring units (lib/unit.wgsl) and should find each of a unit's eight vectors beside their neighbour's. Vector v of a
// plain [columns / 4] goes to striped(v, stride) in [8, stride]; the runs of Q4_K and Q5_K lie there in order, those of the
// other formats nearly so.
fn stripe_stride(units: u32) -> u32 {
  return (units + 1u) & ~1u;
}

fn striped(v: u32, stride: u32) -> u32 {
  return (((v >> 1u) & 4u) + (v & 3u)) * stride + ((v >> 4u) << 1u) + ((v >> 2u) & 1u);
}
