// sum + w[0] * x.x + ... + w[3] * x.w: four products on each of four sums, as multiply-adds with no sum of its own.
fn add_products(sum: vec4<f32>, w: mat4x4<f32>, x: vec4<f32>) -> vec4<f32> {
  return (((sum + w[0] * x.x) + w[1] * x.y) + w[2] * x.z) + w[3] * x.w;
}
