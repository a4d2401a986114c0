// Q4_0, weight = d * (q - 8). Planes: quants (16 bytes a unit), d (f16 a unit, from plane_1).
fn load_unit(unit: u32) -> Unit {
  let quants = plane_vector(unit);
  return Unit(
    low_nibbles(quants.x) - 8.0,
    low_nibbles(quants.y) - 8.0,
    low_nibbles(quants.z) - 8.0,
    low_nibbles(quants.w) - 8.0,
    high_nibbles(quants.x) - 8.0,
    high_nibbles(quants.y) - 8.0,
    high_nibbles(quants.z) - 8.0,
    high_nibbles(quants.w) - 8.0,
    vec2<f32>(plane_half(params.plane_1, unit)),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
