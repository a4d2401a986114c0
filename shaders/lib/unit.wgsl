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

fn low_nibbles(word: u32) -> vec4<f32> {
  return vec4<f32>((vec4<u32>(word) >> vec4<u32>(0u, 8u, 16u, 24u)) & vec4<u32>(15u));
}

fn high_nibbles(word: u32) -> vec4<f32> {
  return vec4<f32>((vec4<u32>(word) >> vec4<u32>(4u, 12u, 20u, 28u)) & vec4<u32>(15u));
}

// The f16 at an index of a plane of f16s that starts at a word.
fn plane_half(first_word: u32, index: u32) -> f32 {
  let pair = unpack2x16float(plane_word(first_word + index / 2u));
  return select(pair.x, pair.y, (index & 1u) == 1u);
}
