// int16-mamba-input.wgsl for several columns, one behind the other: each finds the convolution's state as the one before left it
//
// Slot 0 of `slots` is the state before the first column, slot c + 1 the state behind column c. Grid [2 * channels / ROWS].
// Includes lib/step.wgsl, a format with its bytes, lib/activations.wgsl, lib/int16-rows.wgsl, lib/int16-store.wgsl,
// lib/columns.wgsl, lib/int16-rows-columns.wgsl.
override CHANNELS: u32; // innerSize, a multiple of 32
override SLOT_STRIDE: u32; // in floats
override UZ_STRIDE: u32; // in floats
override NEXT_STRIDE: u32; // in words

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;     // [COLUMNS, X_STRIDE], each as in lib/int16-rows.wgsl
@group(0) @binding(3) var<storage, read> taps: array<vec4<f32>>;  // [channels] of four taps
@group(0) @binding(4) var<storage, read> bias: array<f32>;        // [channels]
@group(0) @binding(5) var<storage, read_write> slots: array<f32>; // [1 + COLUMNS, SLOT_STRIDE]: [3, channels], oldest first
@group(0) @binding(6) var<storage, read_write> uz: array<f32>;    // [COLUMNS, UZ_STRIDE]: u: [channels], z: [channels]
@group(0) @binding(7) var<storage, read_write> next: array<u32>;  // [COLUMNS, NEXT_STRIDE]: u in int16, without squares

var<workgroup> finished: array<f32, ROWS>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(finished[at], finished[at + 1u], finished[at + 2u], finished[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_mamba_input(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first = group.x * ROWS;
  let channels = CHANNELS;
  let is_u = first < channels; // rows of a workgroup are all of u or all of z
  let own = first + local; // the row that this invocation finishes
  var columns = vec3<f32>(0.0);
  var weights = vec4<f32>(0.0);
  var shift = 0.0;
  if (is_u && local < ROWS) { // before the product, so that they travel together
    columns = vec3<f32>(slots[own], slots[channels + own], slots[2u * channels + own]);
    weights = taps[own];
    shift = bias[own];
  }
  var shares = multiply_columns(first, 2u * CHANNELS, local);
  for (var c = 0u; c < COLUMNS; c++) {
    put_squares_from(local, c * X_STRIDE);
    put_partials(shares[c], local);
    workgroupBarrier();
    if (is_active && local < ROWS) {
      let column = sum_row(local) * norm_factor();
      if (is_u) {
        let u = silu(shift + dot(weights, vec4<f32>(columns, column)));
        uz[c * UZ_STRIDE + own] = u;
        finished[local] = u;
        columns = vec3<f32>(columns.yz, column);
        let at = (c + 1u) * SLOT_STRIDE + own;
        slots[at] = columns.x;
        slots[at + channels] = columns.y;
        slots[at + 2u * channels] = columns.z;
      } else {
        uz[c * UZ_STRIDE + own] = column;
      }
    }
    workgroupBarrier();
    let at = local * 8u;
    if (is_active && is_u && at < ROWS) {
      let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
      store_eight_from(values, (first + at) / 8u, channels, c * NEXT_STRIDE);
    }
  }
}
