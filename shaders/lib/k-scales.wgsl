// Scales and minima of Q4_K and Q5_K. A block's header is d, dmin (two f16) and twelve bytes: y, z and w hold eight 6-bit
// scales and eight 6-bit minima, one of each for 32 weights. Of sub-blocks 0 to 3 the scales are the low six bits of y's
// bytes, the minima those of z's; of 4 to 7 the low four bits are in w's bytes, scale then minimum, and the high two are the
// top bits of y and z.
//
// (scale, next scale, minimum, next minimum) of an even sub-block and the one after it, as integers; two bytes at a time.
fn scales_and_minima(header: vec4<u32>, sub_block: u32) -> vec4<f32> {
  let shift = 8u * (sub_block % 4u);
  let near = header.yz >> vec2<u32>(shift);
  let far = header.ww >> vec2<u32>(shift, shift + 4u);
  let joined = (far & vec2<u32>(0x0f0fu)) | ((near >> vec2<u32>(2u)) & vec2<u32>(0x3030u));
  let bytes = select(near & vec2<u32>(0x3f3fu), joined, sub_block >= 4u);
  return vec4<f32>((bytes.xxyy >> vec4<u32>(0u, 8u, 0u, 8u)) & vec4<u32>(255u));
}
