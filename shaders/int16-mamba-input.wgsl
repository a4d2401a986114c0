// in_proj with the norm before and the convolution behind it, for one token:
//
//   xz[r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon)
//   u[c] = silu(bias[c] + taps[c] . (state[0, c], state[1, c], state[2, c], xz[c])),  z[c] = xz[channels + c]
//
// and the state moves on by one column. x in int16; u in f32 and, as next, in int16. The invocation that finishes a row is the
// only one to touch its channel. Grid [2 * channels / ROWS].
// Includes lib/step.wgsl, a format with its bytes, lib/activations.wgsl, lib/int16-rows.wgsl, lib/int16-store.wgsl.
override CHANNELS: u32; // innerSize, a multiple of 32

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;     // lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read> taps: array<vec4<f32>>;  // [channels] of four taps
@group(0) @binding(4) var<storage, read> bias: array<f32>;        // [channels]
@group(0) @binding(5) var<storage, read_write> state: array<f32>; // [3, channels], oldest first
@group(0) @binding(6) var<storage, read_write> uz: array<f32>;    // u: [channels], z: [channels]
@group(0) @binding(7) var<storage, read_write> next: array<u32>;  // u: lib/int16-rows.wgsl, of `channels` columns, without squares

var<workgroup> finished: array<f32, ROWS>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(finished[at], finished[at + 1u], finished[at + 2u], finished[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_mamba_input(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle(); // asked late: nothing waits for the answer before it stores
  let first = group.x * ROWS;
  let channels = CHANNELS;
  let is_u = first < channels; // rows of a workgroup are all of u or all of z
  let own = first + local; // the row that this invocation finishes
  var columns = vec3<f32>(0.0);
  var weights = vec4<f32>(0.0);
  var shift = 0.0;
  if (is_u && local < ROWS) { // before the product, so that they travel together
    columns = vec3<f32>(state[own], state[channels + own], state[2u * channels + own]);
    weights = taps[own];
    shift = bias[own];
  }
  put_squares(local);
  put_partials(multiply_rows(first, 2u * CHANNELS, local), local);
  workgroupBarrier();
  if (is_active && local < ROWS) {
    let column = sum_row(local) * norm_factor();
    if (is_u) {
      let u = silu(shift + dot(weights, vec4<f32>(columns, column)));
      uz[own] = u;
      finished[local] = u;
      state[own] = columns.y;
      state[channels + own] = columns.z;
      state[2u * channels + own] = column;
    } else {
      uz[own] = column;
    }
  }
  workgroupBarrier();
  let at = local * 8u;
  if (is_active && is_u && at < ROWS) {
    store_eight(array<vec4<f32>, 2>(four(at), four(at + 4u)), (first + at) / 8u, channels);
  }
}
