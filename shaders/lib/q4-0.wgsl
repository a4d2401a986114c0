// Q4_0, weight = d * (q - 8). Planes: quants (16 bytes a unit), d (f16 a unit, from plane_1).
fn load_unit(unit: u32) -> Unit {
  let quants = planes[unit];
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    result.q[i] = low_nibbles(quants[i]) - 8.0;
    result.q[i + 4u] = high_nibbles(quants[i]) - 8.0;
  }
  result.scale = vec2<f32>(plane_half(params.plane_1, unit));
  result.offset = vec2<f32>(0.0);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
