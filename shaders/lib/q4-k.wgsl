// Q4_K, weight = d * scale * q - dmin * min. Planes: quants (128 bytes a block of 256), headers (16 bytes a block, from
// plane_1 in vectors). A unit's low nibbles belong to one sub-block of 32 and its high nibbles to the next.
fn load_unit(unit: u32) -> Unit {
  let quants = planes[unit];
  let header = planes[params.plane_1 + unit / 8u];
  let d = unpack2x16float(header.x);
  let even = scale_and_min(header, (unit % 8u) / 2u * 2u);
  let odd = scale_and_min(header, (unit % 8u) / 2u * 2u + 1u);
  var result: Unit;
  for (var i = 0u; i < 4u; i++) {
    result.q[i] = low_nibbles(quants[i]);
    result.q[i + 4u] = high_nibbles(quants[i]);
  }
  result.scale = d.x * vec2<f32>(even.x, odd.x);
  result.offset = -d.y * vec2<f32>(even.y, odd.y);
  return result;
}

fn unit_runs(index: u32) -> vec2<u32> {
  let first = index / 2u * 16u + index % 2u * 4u;
  return vec2<u32>(first, first + 8u);
}
