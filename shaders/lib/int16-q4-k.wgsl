// Q4_K (lib/q4-k.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let quants = plane_vector(unit);
  let header = plane_vector(params.plane_1 + (unit >> 3u));
  let d = unpack2x16float(header.x);
  let integers = scales_and_minima(header, unit & 6u);
  return ByteUnit(low_nibble_bytes(quants), high_nibble_bytes(quants), d.x * integers.xy, -d.y * integers.zw);
}
