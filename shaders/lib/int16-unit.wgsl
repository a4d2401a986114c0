// A unit of weights (lib/unit.wgsl) for products with activations in int16: its 32 weights as they are stored, a byte each,
// in the order of the columns. Each weight format has a file that defines
//
//   fn load_bytes(unit: u32) -> ByteUnit         unit = row * (columns / 32) + index in the row
//
// weight = scale * byte + offset.
struct ByteUnit {
  a: vec4<u32>, // first run of sixteen, four signed bytes a word
  b: vec4<u32>, // second run
  scale: vec2<f32>,
  offset: vec2<f32>,
}

fn low_nibble_bytes(words: vec4<u32>) -> vec4<u32> {
  return words & vec4<u32>(0x0f0f0f0fu);
}

fn high_nibble_bytes(words: vec4<u32>) -> vec4<u32> {
  return (words >> vec4<u32>(4u)) & vec4<u32>(0x0f0f0f0fu);
}

// Four neighbouring bits as bit 4 of four bytes: the fifth bits of four weights. The product puts bit i at 8i and nowhere
// that the mask lets through besides.
fn fifth_bit_bytes(bits: vec4<u32>) -> vec4<u32> {
  return (((bits & vec4<u32>(0xfu)) * 0x00204081u) & vec4<u32>(0x01010101u)) << vec4<u32>(4u);
}
