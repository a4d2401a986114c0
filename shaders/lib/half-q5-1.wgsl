// Q5_1 for lib/half-unit.wgsl; planes as in lib/q5-1.wgsl. Needs lib/half-fifth-bytes.wgsl.
struct Packed {
  quants: vec4<u32>,
  high: u32,
  d_m: u32,
}

fn fetch_unit(unit: u32) -> Packed {
  return Packed(plane_vector(unit), plane_word(params.plane_1 + unit), plane_word(params.plane_2 + unit));
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let d_m = unpack2x16float(packed.d_m);
  let a = low_bytes(packed.quants) | fifth_bytes(packed.high);
  let b = high_bytes(packed.quants) | fifth_bytes(packed.high >> 16u);
  return scaled_unit(a, b, 0.0, d_m.xx, d_m.yy, is_there);
}
