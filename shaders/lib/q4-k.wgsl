// Q4_K, weight = d * scale * q - dmin * min. Planes: quants (128 bytes a block of 256), headers (16 bytes a block, from
// plane_1 in vectors). A unit's low nibbles belong to one sub-block of 32 and its high nibbles to the next.
fn load_unit(unit: u32) -> Unit {
  let sub_block = unit & 6u;
  let quants = plane_vector(unit);
  let header = plane_vector(params.plane_1 + (unit >> 3u));
  let d = unpack2x16float(header.x);
  let integers = scales_and_minima(header, sub_block);
  return Unit(
    low_nibbles(quants.x),
    low_nibbles(quants.y),
    low_nibbles(quants.z),
    low_nibbles(quants.w),
    high_nibbles(quants.x),
    high_nibbles(quants.y),
    high_nibbles(quants.z),
    high_nibbles(quants.w),
    d.x * integers.xy,
    -d.y * integers.zw,
  );
}

fn unit_runs(index: u32) -> vec2<u32> {
  let first = (index >> 1u) * 16u + (index & 1u) * 4u;
  return vec2<u32>(first, first + 8u);
}
