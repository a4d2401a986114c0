// Q4_1, weight = d * q + m. Planes: quants (16 bytes a unit), d and m (two f16 a unit, from plane_1).
fn load_unit(unit: u32) -> Unit {
  let quants = planes[unit];
  let d_m = unpack2x16float(plane_words[params.plane_1 + unit]);
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    result.q[i] = low_nibbles(quants[i]);
    result.q[i + 4u] = high_nibbles(quants[i]);
  }
  result.scale = d_m.xx;
  result.offset = d_m.yy;
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
