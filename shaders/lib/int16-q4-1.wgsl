// Q4_1 (lib/q4-1.wgsl) in bytes.
fn load_bytes(unit: u32) -> ByteUnit {
  let quants = plane_vector(unit);
  let d_m = unpack2x16float(plane_word(params.plane_1 + unit));
  return ByteUnit(low_nibble_bytes(quants), high_nibble_bytes(quants), d_m.xx, d_m.yy);
}
