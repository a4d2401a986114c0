// A unit of weights (lib/unit.wgsl) decoded to f16, in two steps so that the loads of one unit can be under way while another
// is multiplied. Each weight format has a file that defines
//
//   struct Packed                                                 what the loads of a unit bring, undecoded
//   fn fetch_unit(unit: u32) -> Packed
//   fn decode_unit(packed: Packed, unit: u32, is_there: bool) -> HalfUnit      zeros when it is not there
//
// Scales are rounded to f16 once and weights once, by a fused multiply-add: an error of 2^-12 of the weight's size at most.
// Includes lib/half.wgsl.
struct HalfUnit {
  a0: Half4, // first run
  a1: Half4,
  a2: Half4,
  a3: Half4,
  b0: Half4, // second run
  b1: Half4,
  b2: Half4,
  b3: Half4,
}

// No weight leaves f16's range: 128 * MAX_SCALE and 31 * MAX_SCALE + MAX_OFFSET are below 65504. Real scales are below 1.
const MAX_SCALE = 500.0;
const MAX_OFFSET = 32000.0;

// The bytes of a word minus a whole number, exactly: put into the mantissa of 1024, where a step is 1.
fn bytes_minus(word: u32, bias: f32) -> Half4 {
  let pairs = (vec2<u32>(word, word >> 8u) & vec2<u32>(0x00ff00ffu)) | vec2<u32>(0x64006400u);
  return (half_bits(pairs) - Half4(Half(1024.0 + bias))).xzyw;
}

// scale * (byte - bias) + offset of the sixteen bytes of each run.
fn scaled_unit(
  a: vec4<u32>,
  b: vec4<u32>,
  bias: f32,
  scale: vec2<f32>,
  offset: vec2<f32>,
  is_there: bool,
) -> HalfUnit {
  let there = vec2<f32>(select(0.0, 1.0, is_there));
  let s = there * clamp(scale, vec2<f32>(-MAX_SCALE), vec2<f32>(MAX_SCALE));
  let o = there * clamp(offset, vec2<f32>(-MAX_OFFSET), vec2<f32>(MAX_OFFSET));
  let sa = Half4(Half(s.x));
  let sb = Half4(Half(s.y));
  let oa = Half4(Half(o.x));
  let ob = Half4(Half(o.y));
  return HalfUnit(
    fma(bytes_minus(a.x, bias), sa, oa),
    fma(bytes_minus(a.y, bias), sa, oa),
    fma(bytes_minus(a.z, bias), sa, oa),
    fma(bytes_minus(a.w, bias), sa, oa),
    fma(bytes_minus(b.x, bias), sb, ob),
    fma(bytes_minus(b.y, bias), sb, ob),
    fma(bytes_minus(b.z, bias), sb, ob),
    fma(bytes_minus(b.w, bias), sb, ob),
  );
}

// The low and the high nibbles of words, as bytes.
fn low_bytes(words: vec4<u32>) -> vec4<u32> {
  return words & vec4<u32>(0x0f0f0f0fu);
}

fn high_bytes(words: vec4<u32>) -> vec4<u32> {
  return (words >> vec4<u32>(4u)) & vec4<u32>(0x0f0f0f0fu);
}

fn to_half(values: vec4<f32>) -> Half4 {
  return Half4(clamp(values, vec4<f32>(-65504.0), vec4<f32>(65504.0)));
}
