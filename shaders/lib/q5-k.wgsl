// Q5_K, weight = d * scale * q - dmin * min. Planes: quants (128 bytes a block of 256), fifth bits (32 bytes a block, from
// plane_1 in vectors), headers (16 bytes a block, from plane_2 in vectors). Bit j of a fifth-bits byte is sub-block j's.
fn bit_as_16(word: u32, bit: u32) -> vec4<f32> {
  return vec4<f32>(((vec4<u32>(word >> bit) >> vec4<u32>(0u, 8u, 16u, 24u)) & vec4<u32>(1u)) << vec4<u32>(4u));
}

fn load_unit(unit: u32) -> Unit {
  let sub_block = unit & 6u;
  let quants = plane_vector(unit);
  let high = plane_vector(params.plane_1 + (unit >> 3u) * 2u + (unit & 1u));
  let header = plane_vector(params.plane_2 + (unit >> 3u));
  let d = unpack2x16float(header.x);
  let integers = scales_and_minima(header, sub_block);
  return Unit(
    low_nibbles(quants.x) + bit_as_16(high.x, sub_block),
    low_nibbles(quants.y) + bit_as_16(high.y, sub_block),
    low_nibbles(quants.z) + bit_as_16(high.z, sub_block),
    low_nibbles(quants.w) + bit_as_16(high.w, sub_block),
    high_nibbles(quants.x) + bit_as_16(high.x, sub_block + 1u),
    high_nibbles(quants.y) + bit_as_16(high.y, sub_block + 1u),
    high_nibbles(quants.z) + bit_as_16(high.z, sub_block + 1u),
    high_nibbles(quants.w) + bit_as_16(high.w, sub_block + 1u),
    d.x * integers.xy,
    -d.y * integers.zw,
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  let first = (index >> 1u) * 16u + (index & 1u) * 4u;
  return vec2<u32>(first, first + 8u);
}
