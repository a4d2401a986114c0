// Eight neighbouring weights, a quarter of a unit, decoded to f32 in two steps, so that the loads of some can be under way while
// others are multiplied. Quarters 0 and 1 are a unit's first run, 2 and 3 its second.
//
// What is fetched and how it becomes bytes is in the format's file for lib/half-unit.wgsl, which this stands in for: a unit
// there becomes f16, here it stays bytes until one knows which eight are wanted.
struct Eight {
  first: vec4<f32>,
  second: vec4<f32>,
}

// weight = scale * (byte - bias) + offset
struct ByteUnit {
  a: vec4<u32>, // first run
  b: vec4<u32>, // second run
  bias: f32,
  scale: vec2<f32>,
  offset: vec2<f32>,
}

alias HalfUnit = ByteUnit; // as the formats' files call it

fn scaled_unit(
  a: vec4<u32>,
  b: vec4<u32>,
  bias: f32,
  scale: vec2<f32>,
  offset: vec2<f32>,
  _is_there: bool,
) -> HalfUnit {
  return ByteUnit(a, b, bias, scale, offset);
}

// The low and the high nibbles of words, as bytes.
fn low_bytes(words: vec4<u32>) -> vec4<u32> {
  return words & vec4<u32>(0x0f0f0f0fu);
}

fn high_bytes(words: vec4<u32>) -> vec4<u32> {
  return (words >> vec4<u32>(4u)) & vec4<u32>(0x0f0f0f0fu);
}

// The bytes of a word minus a whole number, exactly: put into the mantissa of 2^23, where a step is 1.
fn bytes_minus(word: u32, bias: f32) -> vec4<f32> {
  let bytes = (vec4<u32>(word) >> vec4<u32>(0u, 8u, 16u, 24u)) & vec4<u32>(255u);
  return bitcast<vec4<f32>>(bytes | vec4<u32>(0x4b000000u)) - (0x1p23 + bias);
}

fn fetch_eight(unit: u32, _quarter: u32) -> Packed {
  return fetch_unit(unit);
}

fn decode_eight(packed: Packed, unit: u32, quarter: u32) -> Eight {
  let w = decode_unit(packed, unit, true);
  let is_second = quarter >= 2u;
  let run = select(w.a, w.b, is_second);
  let words = select(run.xy, run.zw, quarter % 2u == 1u);
  let scale = select(w.scale.x, w.scale.y, is_second);
  let offset = select(w.offset.x, w.offset.y, is_second);
  return Eight(scale * bytes_minus(words.x, w.bias) + offset, scale * bytes_minus(words.y, w.bias) + offset);
}
