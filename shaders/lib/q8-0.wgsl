// Q8_0, weight = d * q. Planes: quants (32 signed bytes a unit), d (f16 a unit, from plane_1).
fn signed_bytes(word: u32) -> vec4<f32> {
  return vec4<f32>((vec4<i32>(bitcast<i32>(word)) << vec4<u32>(24u, 16u, 8u, 0u)) >> vec4<u32>(24u));
}

fn load_unit(unit: u32) -> Unit {
  let first = plane_vector(unit * 2u);
  let second = plane_vector(unit * 2u + 1u);
  return Unit(
    signed_bytes(first.x),
    signed_bytes(first.y),
    signed_bytes(first.z),
    signed_bytes(first.w),
    signed_bytes(second.x),
    signed_bytes(second.y),
    signed_bytes(second.z),
    signed_bytes(second.w),
    vec2<f32>(plane_half(params.plane_1, unit)),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
