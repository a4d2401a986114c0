// Writes activations as int16, eight values with a scale of their own at a time, in the layout that lib/int16-rows.wgsl reads.
// The kernel declares the vector as next: array<u32>.
const LEVELS = 32639.0; // 127 * 256 + 127

// Into the vector that starts at next[start]. A value that is no number makes the scale none: the product that reads it is
// none then either, and so are the logits.
fn store_eight_from(values: array<vec4<f32>, 2>, group: u32, columns: u32, start: u32) {
  let magnitudes = max(abs(values[0]), abs(values[1]));
  let largest = max(max(magnitudes.x, magnitudes.y), max(magnitudes.z, magnitudes.w));
  let inverse = select(LEVELS / largest, 0.0, largest < 1e-30);
  let near = vec4<i32>(round(values[0] * inverse));
  let far = vec4<i32>(round(values[1] * inverse));
  let near_high = (near + vec4<i32>(128)) >> vec4<u32>(8u);
  let far_high = (far + vec4<i32>(128)) >> vec4<u32>(8u);
  let total = dot(values[0] + values[1], vec4<f32>(1.0));
  let scale = select(total, largest / LEVELS, abs(total) <= 3.4e38);
  let sums = near + far;
  let words = columns / 4u; // of one half of the bytes, and of the scales
  next[start + group * 2u] = pack4xI8(near_high);
  next[start + group * 2u + 1u] = pack4xI8(far_high);
  next[start + words + group * 2u] = pack4xI8(near - near_high * 256);
  next[start + words + group * 2u + 1u] = pack4xI8(far - far_high * 256);
  next[start + 2u * words + group * 2u] = bitcast<u32>(scale);
  next[start + 2u * words + group * 2u + 1u] = bitcast<u32>(scale * f32(sums.x + sums.y + sums.z + sums.w));
}

fn store_eight(values: array<vec4<f32>, 2>, group: u32, columns: u32) {
  store_eight_from(values, group, columns, 0u);
}

fn store_squares_from(squares: f32, group: u32, columns: u32, start: u32) {
  next[start + columns / 4u * 3u + group] = bitcast<u32>(squares);
}

fn store_squares(squares: f32, group: u32, columns: u32) {
  store_squares_from(squares, group, columns, 0u);
}
