// Q4_1, weight = d * q + m. Planes: quants (16 bytes a unit), d and m (two f16 a unit, from plane_1).
fn load_unit(unit: u32) -> Unit {
  let quants = plane_vector(unit);
  let d_m = unpack2x16float(plane_word(params.plane_1 + unit));
  return Unit(
    low_nibbles(quants.x),
    low_nibbles(quants.y),
    low_nibbles(quants.z),
    low_nibbles(quants.w),
    high_nibbles(quants.x),
    high_nibbles(quants.y),
    high_nibbles(quants.z),
    high_nibbles(quants.w),
    d_m.xx,
    d_m.yy,
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
