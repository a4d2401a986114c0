// F32: one plane.
fn load_unit(unit: u32) -> Unit {
  var result: Unit;
  for (var i = 0u; i < 8u; i++) {
    result.q[i] = bitcast<vec4<f32>>(planes[unit * 8u + i]);
  }
  result.scale = vec2<f32>(1.0);
  result.offset = vec2<f32>(0.0);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
