// plane[block * FIELD + i] = blocks[block * BLOCK + field_offset + i], counted in 2-byte halves
//
// Copies one field of every quantised block into a plane of its own, so that later loads are aligned and whole. A file's
// blocks are 18 to 210 bytes long and only 2-byte aligned. One invocation writes one word; 64 a workgroup, two grid axes.
struct Params {
  block_halves: u32,  // BLOCK: halves in a block of the file
  field_offset: u32,  // halves before the field
  field_halves: u32,  // FIELD: halves in the field
  plane_start: u32,   // words before the plane in the destination
  half_count: u32,    // halves to write: blocks * FIELD
  first_half: u32,    // halves of the plane written by earlier pieces; even
}

@group(0) @binding(0) var<storage, read> blocks: array<u32>;
@group(0) @binding(1) var<storage, read_write> plane: array<u32>;
@group(0) @binding(2) var<uniform> params: Params;

fn source_half(index: u32) -> u32 {
  let at = index / params.field_halves * params.block_halves + params.field_offset + index % params.field_halves;
  return (blocks[at / 2u] >> (16u * (at % 2u))) & 0xffffu;
}

@compute @workgroup_size(64)
fn repack(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let word = id.y * groups.x * 64u + id.x;
  if (word * 2u >= params.half_count) {
    return;
  }
  var value = source_half(word * 2u);
  if (word * 2u + 1u < params.half_count) {
    value |= source_half(word * 2u + 1u) << 16u;
  }
  plane[params.plane_start + params.first_half / 2u + word] = value;
}
