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

var<workgroup> finished: array<f32, RESULTS>; // u: [COLUMNS, ROWS]

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(finished[at], finished[at + 1u], finished[at + 2u], finished[at + 3u]);
}

// What the row's convolution saw three, two and one columns before this result: earlier columns, or the state before them.
fn before_result(at: u32, state: vec3<f32>) -> vec3<f32> {
  let c = at / ROWS;
  if (c == 0u) {
    return state;
  }
  let last = results[at - ROWS];
  if (c == 1u) {
    return vec3<f32>(state.yz, last);
  }
  let middle = results[at - 2u * ROWS];
  if (c == 2u) {
    return vec3<f32>(state.z, middle, last);
  }
  return vec3<f32>(results[at - 3u * ROWS], middle, last);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int16_columns_mamba_input(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let is_active = !is_idle();
  let first = group.x * ROWS;
  let channels = CHANNELS;
  let is_u = first < channels; // rows of a workgroup are all of u or all of z
  let own = first + local % ROWS; // the row of all that this invocation finishes, as a workgroup is so many times ROWS
  var state = vec3<f32>(0.0);
  var weights = vec4<f32>(0.0);
  var shift = 0.0;
  if (is_u) { // before the product, so that they travel together
    state = vec3<f32>(slots[own], slots[channels + own], slots[2u * channels + own]);
    weights = taps[own];
    shift = bias[own];
  }
  var shares = multiply_columns(first, 2u * CHANNELS, local);
  finish_rows(&shares, true, local);
  for (var at = local; at < RESULTS; at += WORKGROUP_SIZE) {
    let c = at / ROWS;
    let column = results[at];
    var value = column;
    if (is_u) {
      let before = before_result(at, state);
      value = silu(shift + dot(weights, vec4<f32>(before, column)));
      finished[at] = value;
      if (is_active) {
        let slot = (c + 1u) * SLOT_STRIDE + own;
        slots[slot] = before.y;
        slots[slot + channels] = before.z;
        slots[slot + 2u * channels] = column;
      }
    }
    if (is_active) {
      uz[c * UZ_STRIDE + own] = value;
    }
  }
  workgroupBarrier();
  for (var at = local * 8u; at < RESULTS; at += WORKGROUP_SIZE * 8u) {
    if (is_active && is_u) {
      let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
      store_eight_from(values, (first + at % ROWS) / 8u, channels, at / ROWS * NEXT_STRIDE);
    }
  }
}
