// F32: one plane.
fn load_unit(unit: u32) -> Unit {
  let at = unit * 8u;
  return Unit(
    bitcast<vec4<f32>>(plane_vector(at)),
    bitcast<vec4<f32>>(plane_vector(at + 1u)),
    bitcast<vec4<f32>>(plane_vector(at + 2u)),
    bitcast<vec4<f32>>(plane_vector(at + 3u)),
    bitcast<vec4<f32>>(plane_vector(at + 4u)),
    bitcast<vec4<f32>>(plane_vector(at + 5u)),
    bitcast<vec4<f32>>(plane_vector(at + 6u)),
    bitcast<vec4<f32>>(plane_vector(at + 7u)),
    vec2<f32>(1.0),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  return vec2<u32>(index * 8u, index * 8u + 4u);
}
