// The fifth bits of sixteen neighbouring weights, each as a byte of 0 or 16.
fn fifth_bytes(bits: u32) -> vec4<u32> {
  let fours = (vec4<u32>(bits) >> vec4<u32>(0u, 4u, 8u, 12u)) & vec4<u32>(15u);
  // Copies of the four bits, seven places apart: bit k of copy k is bit 0 of byte k.
  return ((fours * vec4<u32>(0x00204081u)) & vec4<u32>(0x01010101u)) << vec4<u32>(4u);
}
