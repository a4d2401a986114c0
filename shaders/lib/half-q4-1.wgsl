// Q4_1 for lib/half-unit.wgsl; planes as in lib/q4-1.wgsl.
struct Packed {
  quants: vec4<u32>,
  d_m: u32,
}

fn fetch_unit(unit: u32) -> Packed {
  return Packed(plane_vector(unit), plane_word(params.plane_1 + unit));
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let d_m = unpack2x16float(packed.d_m);
  return scaled_unit(low_bytes(packed.quants), high_bytes(packed.quants), 0.0, d_m.xx, d_m.yy, is_there);
}
