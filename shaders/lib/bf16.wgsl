// BF16, the upper half of an f32: one plane.
fn widen(pair: u32) -> vec2<f32> {
  return bitcast<vec2<f32>>(vec2<u32>(pair << 16u, pair & 0xffff0000u));
}

fn load_unit(unit: u32) -> Unit {
  let at = unit * 4u;
  let first = plane_vector(at);
  let second = plane_vector(at + 1u);
  let third = plane_vector(at + 2u);
  let fourth = plane_vector(at + 3u);
  return Unit(
    vec4<f32>(widen(first.x), widen(first.y)),
    vec4<f32>(widen(first.z), widen(first.w)),
    vec4<f32>(widen(second.x), widen(second.y)),
    vec4<f32>(widen(second.z), widen(second.w)),
    vec4<f32>(widen(third.x), widen(third.y)),
    vec4<f32>(widen(third.z), widen(third.w)),
    vec4<f32>(widen(fourth.x), widen(fourth.y)),
    vec4<f32>(widen(fourth.z), widen(fourth.w)),
    vec2<f32>(1.0),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
