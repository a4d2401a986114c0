// Adds up the slices of a product (matmul-subgroup-matrix.wgsl), in their order. Several loads are under way at a time: one
// after another each would wait for the memory.
//
// The shader declares partial: array<vec4<f32>>, and params with slices and slice_stride, in vectors.
fn add_slices(start: vec4<f32>, at: u32) -> vec4<f32> {
  let stride = params.slice_stride;
  var sum = start;
  var place = at;
  var left = params.slices;
  for (; left >= 4u; left -= 4u) {
    let first = partial[place];
    let second = partial[place + stride];
    let third = partial[place + 2u * stride];
    let fourth = partial[place + 3u * stride];
    sum = sum + first + second + third + fourth;
    place += 4u * stride;
  }
  if (left >= 2u) {
    let first = partial[place];
    let second = partial[place + stride];
    sum = sum + first + second;
    place += 2u * stride;
  }
  if (left % 2u == 1u) {
    sum += partial[place];
  }
  return sum;
}
