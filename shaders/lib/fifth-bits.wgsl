// The four bits of `bits` from `first` on, each as 0 or 16: the fifth bits of four neighbouring weights.
fn fifth_bits(bits: u32, first: u32) -> vec4<f32> {
  return vec4<f32>(((vec4<u32>(bits >> first) >> vec4<u32>(0u, 1u, 2u, 3u)) & vec4<u32>(1u)) << vec4<u32>(4u));
}
