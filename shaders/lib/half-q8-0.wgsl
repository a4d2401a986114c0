// Q8_0 for lib/half-unit.wgsl; planes as in lib/q8-0.wgsl.
struct Packed {
  first: vec4<u32>,
  second: vec4<u32>,
  d: u32,
}

fn fetch_unit(unit: u32) -> Packed {
  return Packed(plane_vector(unit * 2u), plane_vector(unit * 2u + 1u), plane_word(params.plane_1 + unit / 2u));
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let pair = unpack2x16float(packed.d);
  let d = vec2<f32>(select(pair.x, pair.y, (unit & 1u) == 1u));
  let flip = vec4<u32>(0x80808080u); // signed bytes plus 128
  return scaled_unit(packed.first ^ flip, packed.second ^ flip, 128.0, d, vec2<f32>(0.0), is_there);
}
