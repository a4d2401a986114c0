// The planes of the one matrix that a kernel reads.
@group(0) @binding(0) var<storage, read> planes: array<vec4<u32>>;
@group(0) @binding(1) var<storage, read> plane_words: array<u32>;

fn plane_vector(at: u32) -> vec4<u32> {
  return planes[at];
}

fn plane_word(at: u32) -> u32 {
  return plane_words[at];
}
