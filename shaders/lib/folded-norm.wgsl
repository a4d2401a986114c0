// RMS norm folded into a product: x comes times the norm's weight but not yet divided, and the sums over four neighbours of
// the squares before the weight come beside it (norm-input.wgsl, token-residual.wgsl). What is left is one factor.
// Includes lib/rows.wgsl; the kernel declares squares: array<vec4<f32>> and params.epsilon.
fn lane_squares_from(lane: u32, start: u32) -> f32 {
  var sum = vec4<f32>(0.0);
  for (var i = lane; i < params.units * 2u; i += LANES) {
    sum += squares[start + i];
  }
  return dot(sum, vec4<f32>(1.0));
}

fn lane_squares(lane: u32) -> f32 {
  return lane_squares_from(lane, 0u);
}

fn norm_factor(squares_total: f32) -> f32 {
  return inverseSqrt(squares_total / f32(params.units * 32u) + params.epsilon);
}
