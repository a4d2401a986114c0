// Q6_K for lib/half-unit.wgsl; planes as in lib/q6-k.wgsl. Of the sixteen scales only the two words with this unit's are
// fetched.
struct Packed {
  low: vec4<u32>,
  high: vec4<u32>,
  scales: vec2<u32>,
  d: u32,
}

fn fetch_unit(unit: u32) -> Packed {
  let block = unit >> 3u;
  let half = (unit >> 2u) & 1u;
  let scales = (params.plane_2 + block) * 4u + half * 2u;
  return Packed(
    plane_vector(unit),
    plane_vector(params.plane_1 + block * 4u + half * 2u + (unit & 1u)),
    vec2<u32>(plane_word(scales), plane_word(scales + 1u)),
    plane_word(params.plane_3 + block / 2u),
  );
}

// Two bits of every byte as 0, 16, 32 or 48.
fn high_two_bytes(words: vec4<u32>, shift: u32) -> vec4<u32> {
  return ((words >> vec4<u32>(shift)) & vec4<u32>(0x03030303u)) << vec4<u32>(4u);
}

fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit {
  let i = unit & 3u;
  let pair = unpack2x16float(packed.d);
  let d = select(pair.x, pair.y, ((unit >> 3u) & 1u) == 1u);
  let a = low_bytes(packed.low) | high_two_bytes(packed.high, i & 2u);
  let b = high_bytes(packed.low) | high_two_bytes(packed.high, (i & 2u) + 4u);
  return scaled_unit(a, b, 32.0, d * signed_bytes(packed.scales, i), vec2<f32>(0.0), is_there);
}
