// Q5_K for lib/half-unit.wgsl; planes and scales as in lib/q5-k.wgsl.
struct Packed {
  quants: vec4<u32>,
  high: vec4<u32>,
  header: vec4<u32>,
}

fn fetch_unit(unit: u32) -> Packed {
  return Packed(
    plane_vector(unit),
    plane_vector(params.plane_1 + (unit >> 3u) * 2u + (unit & 1u)),
    plane_vector(params.plane_2 + (unit >> 3u)),
  );
}

// A bit of every byte as 0 or 16.
fn fifth_bytes(words: vec4<u32>, bit: u32) -> vec4<u32> {
  return ((words >> vec4<u32>(bit)) & vec4<u32>(0x01010101u)) << vec4<u32>(4u);
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let sub_block = unit & 6u;
  let d = unpack2x16float(packed.header.x);
  let integers = scales_and_minima(packed.header, sub_block);
  let a = low_bytes(packed.quants) | fifth_bytes(packed.high, sub_block);
  let b = high_bytes(packed.quants) | fifth_bytes(packed.high, sub_block + 1u);
  return scaled_unit(a, b, 0.0, d.x * integers.xy, -d.y * integers.zw, is_there);
}
