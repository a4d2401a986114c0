// Q6_K, weight = d * scale * (q - 32). Planes: low four bits (128 bytes a block of 256), high two bits (64 bytes a block,
// from plane_1 in vectors), signed 8-bit scales (16 a block, from plane_2 in vectors), d (f16 a block, from plane_3).
//
// Unit v of a block takes bytes 16v to 16v+15 of the low bits. Within half n = v / 4 and i = v % 4 its low nibbles are
// weights 128n + 16i on, its high nibbles 64 later; their high bits are in bytes 32n + 16(i % 2) on, at shift 2(i / 2)
// and 4 more.
fn two_bits_as_16(word: u32, shift: u32) -> vec4<f32> {
  return vec4<f32>(((vec4<u32>(word >> shift) >> vec4<u32>(0u, 8u, 16u, 24u)) & vec4<u32>(3u)) << vec4<u32>(4u));
}

// Byte 0 to 3 of each word.
fn signed_bytes(words: vec2<u32>, index: u32) -> vec2<f32> {
  return vec2<f32>((bitcast<vec2<i32>>(words) << vec2<u32>(24u - 8u * index)) >> vec2<u32>(24u));
}

fn load_unit(unit: u32) -> Unit {
  let block = unit >> 3u;
  let half = (unit >> 2u) & 1u;
  let i = unit & 3u;
  let low = plane_vector(unit);
  let high = plane_vector(params.plane_1 + block * 4u + half * 2u + (i & 1u));
  let shift = i & 2u;
  let scales = plane_vector(params.plane_2 + block); // of weights 16 apart: this half's first four, then its last four
  let d = plane_half(params.plane_3, block);
  return Unit(
    low_nibbles(low.x) + two_bits_as_16(high.x, shift) - 32.0,
    low_nibbles(low.y) + two_bits_as_16(high.y, shift) - 32.0,
    low_nibbles(low.z) + two_bits_as_16(high.z, shift) - 32.0,
    low_nibbles(low.w) + two_bits_as_16(high.w, shift) - 32.0,
    high_nibbles(low.x) + two_bits_as_16(high.x, shift + 4u) - 32.0,
    high_nibbles(low.y) + two_bits_as_16(high.y, shift + 4u) - 32.0,
    high_nibbles(low.z) + two_bits_as_16(high.z, shift + 4u) - 32.0,
    high_nibbles(low.w) + two_bits_as_16(high.w, shift + 4u) - 32.0,
    d * signed_bytes(select(scales.xy, scales.zw, half == 1u), i),
    vec2<f32>(0.0),
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  let first = (index >> 2u) * 32u + (index & 3u) * 4u;
  return vec2<u32>(first, first + 16u);
}
