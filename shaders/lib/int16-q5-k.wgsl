// Q5_K (lib/q5-k.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let sub_block = unit & 6u;
  let quants = plane_vector(unit);
  let high = plane_vector(params.plane_1 + (unit >> 3u) * 2u + (unit & 1u)) >> vec4<u32>(sub_block);
  let header = plane_vector(params.plane_2 + (unit >> 3u));
  let d = unpack2x16float(header.x);
  let integers = scales_and_minima(header, sub_block);
  return ByteUnit(
    low_nibble_bytes(quants) | ((high & vec4<u32>(0x01010101u)) << vec4<u32>(4u)),
    high_nibble_bytes(quants) | ((high & vec4<u32>(0x02020202u)) << vec4<u32>(3u)),
    d.x * integers.xy,
    -d.y * integers.zw,
  );
}
