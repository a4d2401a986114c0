// Scales and minima of Q4_K and Q5_K. A block's header is d, dmin (two f16) and twelve bytes holding eight 6-bit scales
// and eight 6-bit minima; `sub_block` is 0 to 7, 32 weights each.
fn header_byte(header: vec4<u32>, index: u32) -> u32 {
  return (header[1u + index / 4u] >> (8u * (index % 4u))) & 255u;
}

// (scale, minimum) as integers.
fn scale_and_min(header: vec4<u32>, sub_block: u32) -> vec2<f32> {
  let near = header_byte(header, sub_block % 4u);      // low six bits: scale of 0..3; top two: high bits of 4..7
  let next = header_byte(header, sub_block % 4u + 4u); // the same for the minima
  let far = header_byte(header, sub_block % 4u + 8u);  // low four bits of scale and minimum of 4..7
  let low = vec2<u32>(near & 63u, next & 63u);
  let high = vec2<u32>((far & 15u) | ((near >> 6u) << 4u), (far >> 4u) | ((next >> 6u) << 4u));
  return vec2<f32>(select(low, high, sub_block >= 4u));
}
