// Q4_K for lib/half-unit.wgsl; planes and scales as in lib/q4-k.wgsl.
struct Packed {
  quants: vec4<u32>,
  header: vec4<u32>,
}

fn fetch_unit(unit: u32) -> Packed {
  return Packed(plane_vector(unit), plane_vector(params.plane_1 + (unit >> 3u)));
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let d = unpack2x16float(packed.header.x);
  let integers = scales_and_minima(packed.header, unit & 6u);
  let quants = packed.quants;
  return scaled_unit(low_bytes(quants), high_bytes(quants), 0.0, d.x * integers.xy, -d.y * integers.zw, is_there);
}
