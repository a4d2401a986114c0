// Q5_0 (lib/q5-0.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let quants = plane_vector(unit);
  let high = plane_word(params.plane_1 + unit);
  let scale = vec2<f32>(plane_half(params.plane_2, unit));
  return ByteUnit(
    low_nibble_bytes(quants) | fifth_bit_bytes(vec4<u32>(high) >> vec4<u32>(0u, 4u, 8u, 12u)),
    high_nibble_bytes(quants) | fifth_bit_bytes(vec4<u32>(high) >> vec4<u32>(16u, 20u, 24u, 28u)),
    scale,
    -16.0 * scale,
  );
}
