// Q8_0, weight = d * q. Planes: quants (32 signed bytes a unit), d (f16 a unit, from plane_1).
fn signed_bytes(word: u32) -> vec4<f32> {
  return vec4<f32>((vec4<i32>(bitcast<i32>(word)) << vec4<u32>(24u, 16u, 8u, 0u)) >> vec4<u32>(24u));
}

fn load_unit(unit: u32) -> Unit {
  let first = planes[unit * 2u];
  let second = planes[unit * 2u + 1u];
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    result.q[i] = signed_bytes(first[i]);
    result.q[i + 4u] = signed_bytes(second[i]);
  }
  result.scale = vec2<f32>(plane_half(params.plane_1, unit));
  result.offset = vec2<f32>(0.0);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
