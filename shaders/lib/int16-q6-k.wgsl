// Q6_K (lib/q6-k.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let block = unit >> 3u;
  let half = (unit >> 2u) & 1u;
  let i = unit & 3u;
  let low = plane_vector(unit);
  let high = plane_vector(params.plane_1 + block * 4u + half * 2u + (i & 1u)) >> vec4<u32>(i & 2u);
  let scales = plane_vector(params.plane_2 + block);
  let d = plane_half(params.plane_3, block);
  let scale = d * signed_bytes(select(scales.xy, scales.zw, half == 1u), i);
  return ByteUnit(
    low_nibble_bytes(low) | ((high & vec4<u32>(0x03030303u)) << vec4<u32>(4u)),
    high_nibble_bytes(low) | (high & vec4<u32>(0x30303030u)),
    scale,
    -32.0 * scale,
  );
}
