// Q5_0, weight = d * (q - 16). Planes: quants (16 bytes a unit), fifth bits (a word a unit, from plane_1),
// d (f16 a unit, from plane_2).
fn load_unit(unit: u32) -> Unit {
  let quants = plane_vector(unit);
  let high = plane_word(params.plane_1 + unit);
  return Unit(
    low_nibbles(quants.x) + fifth_bits(high, 0u) - 16.0,
    low_nibbles(quants.y) + fifth_bits(high, 4u) - 16.0,
    low_nibbles(quants.z) + fifth_bits(high, 8u) - 16.0,
    low_nibbles(quants.w) + fifth_bits(high, 12u) - 16.0,
    high_nibbles(quants.x) + fifth_bits(high, 16u) - 16.0,
    high_nibbles(quants.y) + fifth_bits(high, 20u) - 16.0,
    high_nibbles(quants.z) + fifth_bits(high, 24u) - 16.0,
    high_nibbles(quants.w) + fifth_bits(high, 28u) - 16.0,
    vec2<f32>(plane_half(params.plane_2, unit)),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
