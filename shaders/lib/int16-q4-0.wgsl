// Q4_0 (lib/q4-0.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let quants = plane_vector(unit);
  let scale = vec2<f32>(plane_half(params.plane_1, unit));
  return ByteUnit(low_nibble_bytes(quants), high_nibble_bytes(quants), scale, -8.0 * scale);
}
