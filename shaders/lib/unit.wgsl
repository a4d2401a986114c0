// A matrix as the GPU sees it: each field of the file's quantised blocks is a plane of its own, aligned to 16 bytes, and
// the planes lie one behind the other in one buffer (repack.wgsl), bound twice, as vectors and as words. lib/planes.wgsl or
// lib/plane-pair.wgsl, put in front, reads them.
//
// A unit is what one 16-byte load of 4-bit weights gives: 32 weights of a row, in two runs of 16 neighbours that share a
// scale. Each weight format has a file that defines
//
//   fn load_unit(unit: u32) -> Unit              unit = row * (columns / 32) + index in the row
//   fn unit_runs(index: u32) -> vec2<u32>        first columns / 4 of the two runs of a row's unit
//
// weight = scale * q + offset, with offset 0 where the format has none.
//
// The eight vectors have names, as an array in registers costs a CPU adapter several times its worth.
struct Unit {
  a0: vec4<f32>, // first run
  a1: vec4<f32>,
  a2: vec4<f32>,
  a3: vec4<f32>,
  b0: vec4<f32>, // second run
  b1: vec4<f32>,
  b2: vec4<f32>,
  b3: vec4<f32>,
  scale: vec2<f32>,
  offset: vec2<f32>,
}

// The four low nibbles of a word. Put into the mantissa of 2^23 where they are, they cost a mask and an exact multiply-add
// each; a shift and a conversion would go through a GPU's narrower integer units.
fn low_nibbles(word: u32) -> vec4<f32> {
  let masked = vec4<u32>(word, word, word, word >> 8u) & vec4<u32>(0xfu, 0xf00u, 0xf0000u, 0xf0000u);
  let floats = bitcast<vec4<f32>>(masked | vec4<u32>(0x4b000000u));
  return floats * vec4<f32>(1.0, 0x1p-8, 0x1p-16, 0x1p-16) - vec4<f32>(0x1p23, 0x1p15, 0x1p7, 0x1p7);
}

fn high_nibbles(word: u32) -> vec4<f32> {
  return low_nibbles(word >> 4u);
}

// The f16 at an index of a plane of f16s that starts at a word.
fn plane_half(first_word: u32, index: u32) -> f32 {
  let pair = unpack2x16float(plane_word(first_word + index / 2u));
  return select(pair.x, pair.y, (index & 1u) == 1u);
}
