// The planes of two matrices of one type and shape. A kernel says which one load_unit reads by setting reads_second; its
// value is known wherever load_unit is inlined, so that no branch is left.
@group(0) @binding(0) var<storage, read> planes: array<vec4<u32>>;
@group(0) @binding(1) var<storage, read> plane_words: array<u32>;
@group(0) @binding(2) var<storage, read> second_planes: array<vec4<u32>>;
@group(0) @binding(3) var<storage, read> second_plane_words: array<u32>;

var<private> reads_second: bool;

fn plane_vector(at: u32) -> vec4<u32> {
  if (reads_second) {
    return second_planes[at];
  }
  return planes[at];
}

fn plane_word(at: u32) -> u32 {
  if (reads_second) {
    return second_plane_words[at];
  }
  return plane_words[at];
}
