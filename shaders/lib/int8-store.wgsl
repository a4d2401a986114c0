// Writes activations as int8, eight values with a scale of their own at a time, in the layout that lib/int8-rows.wgsl reads.
// The kernel declares the vector as next: array<u32>.
//
// A value that is no number makes the scale none: the product that reads it is none then either, and so are the logits.
fn store_eight(values: array<vec4<f32>, 2>, group: u32, columns: u32) {
  let magnitudes = max(abs(values[0]), abs(values[1]));
  let largest = max(max(magnitudes.x, magnitudes.y), max(magnitudes.z, magnitudes.w));
  let inverse = select(127.0 / largest, 0.0, largest < 1e-30);
  let words = vec2<u32>(
    pack4xI8(vec4<i32>(round(values[0] * inverse))),
    pack4xI8(vec4<i32>(round(values[1] * inverse))),
  );
  let total = dot(values[0] + values[1], vec4<f32>(1.0));
  let scale = select(total, largest / 127.0, abs(total) <= 3.4e38);
  let integers = dot4I8Packed(words.x, 0x01010101u) + dot4I8Packed(words.y, 0x01010101u);
  next[group * 2u] = words.x;
  next[group * 2u + 1u] = words.y;
  next[columns / 4u + group * 2u] = bitcast<u32>(scale);
  next[columns / 4u + group * 2u + 1u] = bitcast<u32>(scale * f32(integers));
}

fn store_squares(squares: f32, group: u32, columns: u32) {
  next[columns / 2u + group] = bitcast<u32>(squares);
}
