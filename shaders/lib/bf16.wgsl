// BF16, the upper half of an f32: one plane.
fn widen(pair: u32) -> vec2<f32> {
  return bitcast<vec2<f32>>(vec2<u32>(pair << 16u, pair & 0xffff0000u));
}

fn load_unit(unit: u32) -> Unit {
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    let packed = planes[unit * 4u + i];
    result.q[2u * i] = vec4<f32>(widen(packed.x), widen(packed.y));
    result.q[2u * i + 1u] = vec4<f32>(widen(packed.z), widen(packed.w));
  }
  result.scale = vec2<f32>(1.0);
  result.offset = vec2<f32>(0.0);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
