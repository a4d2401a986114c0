// F32, F16 and BF16 for lib/half-unit.wgsl, through their own load_unit: nothing is left undecoded, values beyond f16's
// range are clamped.
struct Packed {
  unit: HalfUnit,
}

fn fetch_unit(unit: u32) -> Packed {
  let w = load_unit(unit);
  return Packed(HalfUnit(
    to_half(w.a0),
    to_half(w.a1),
    to_half(w.a2),
    to_half(w.a3),
    to_half(w.b0),
    to_half(w.b1),
    to_half(w.b2),
    to_half(w.b3),
  ));
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  if (is_there) {
    return packed.unit;
  }
  return HalfUnit();
}
