// F16: one plane.
fn load_unit(unit: u32) -> Unit {
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    let packed = planes[unit * 4u + i];
    result.q[2u * i] = vec4<f32>(unpack2x16float(packed.x), unpack2x16float(packed.y));
    result.q[2u * i + 1u] = vec4<f32>(unpack2x16float(packed.z), unpack2x16float(packed.w));
  }
  result.scale = vec2<f32>(1.0);
  result.offset = vec2<f32>(0.0);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
