// Q4_0 for lib/half-unit.wgsl; planes as in lib/q4-0.wgsl.
struct Packed {
  quants: vec4<u32>,
  d: u32,
}

fn fetch_unit(unit: u32) -> Packed {
  return Packed(plane_vector(unit), plane_word(params.plane_1 + unit / 2u));
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let pair = unpack2x16float(packed.d);
  let d = vec2<f32>(select(pair.x, pair.y, (unit & 1u) == 1u));
  return scaled_unit(low_bytes(packed.quants), high_bytes(packed.quants), 8.0, d, vec2<f32>(0.0), is_there);
}
