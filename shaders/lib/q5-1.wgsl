// Q5_1, weight = d * q + m. Planes: quants (16 bytes a unit), fifth bits (a word a unit, from plane_1),
// d and m (two f16 a unit, from plane_2).
fn load_unit(unit: u32) -> Unit {
  let quants = plane_vector(unit);
  let high = plane_word(params.plane_1 + unit);
  let d_m = unpack2x16float(plane_word(params.plane_2 + unit));
  return Unit(
    low_nibbles(quants.x) + fifth_bits(high, 0u),
    low_nibbles(quants.y) + fifth_bits(high, 4u),
    low_nibbles(quants.z) + fifth_bits(high, 8u),
    low_nibbles(quants.w) + fifth_bits(high, 12u),
    high_nibbles(quants.x) + fifth_bits(high, 16u),
    high_nibbles(quants.y) + fifth_bits(high, 20u),
    high_nibbles(quants.z) + fifth_bits(high, 24u),
    high_nibbles(quants.w) + fifth_bits(high, 28u),
    d_m.xx,
    d_m.yy,
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
