// Q5_0, weight = d * (q - 16). Planes: quants (16 bytes a unit), fifth bits (a word a unit, from plane_1),
// d (f16 a unit, from plane_2).
fn load_unit(unit: u32) -> Unit {
  let quants = planes[unit];
  let high = plane_words[params.plane_1 + unit];
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    result.q[i] = low_nibbles(quants[i]) + fifth_bits(high, 4u * i) - 16.0;
    result.q[i + 4u] = high_nibbles(quants[i]) + fifth_bits(high, 16u + 4u * i) - 16.0;
  }
  result.scale = vec2<f32>(plane_half(params.plane_2, unit));
  result.offset = vec2<f32>(0.0);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
