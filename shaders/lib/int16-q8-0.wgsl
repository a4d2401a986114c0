// Q8_0 (lib/q8-0.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let scale = vec2<f32>(plane_half(params.plane_1, unit));
  return ByteUnit(plane_vector(unit * 2u), plane_vector(unit * 2u + 1u), scale, vec2<f32>(0.0));
}
