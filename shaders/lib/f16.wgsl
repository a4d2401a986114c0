// F16: one plane.
fn load_unit(unit: u32) -> Unit {
  let at = unit * 4u;
  let first = plane_vector(at);
  let second = plane_vector(at + 1u);
  let third = plane_vector(at + 2u);
  let fourth = plane_vector(at + 3u);
  return Unit(
    vec4<f32>(unpack2x16float(first.x), unpack2x16float(first.y)),
    vec4<f32>(unpack2x16float(first.z), unpack2x16float(first.w)),
    vec4<f32>(unpack2x16float(second.x), unpack2x16float(second.y)),
    vec4<f32>(unpack2x16float(second.z), unpack2x16float(second.w)),
    vec4<f32>(unpack2x16float(third.x), unpack2x16float(third.y)),
    vec4<f32>(unpack2x16float(third.z), unpack2x16float(third.w)),
    vec4<f32>(unpack2x16float(fourth.x), unpack2x16float(fourth.y)),
    vec4<f32>(unpack2x16float(fourth.z), unpack2x16float(fourth.w)),
    vec2<f32>(1.0),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
