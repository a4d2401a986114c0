// mamba-input.wgsl for several columns, one behind the other: each finds the convolution's state as the one before left it
//
// Slot 0 of `slots` is the state before the first column, slot c + 1 the state behind column c. Grid
// [ceil(2 * channels / (4 * WORKGROUP_SIZE / LANES))]. Includes lib/step.wgsl, a format, lib/activations.wgsl,
// lib/striped.wgsl, lib/rows.wgsl, lib/folded-norm.wgsl, lib/columns.wgsl and lib/rows-columns.wgsl.
struct Params {
  units: u32, // hiddenSize / 32
  channels: u32, // innerSize, a multiple of 32
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
  x_stride: u32, // in vectors, as all strides
  squares_stride: u32,
  uz_stride: u32,
  slot_stride: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;           // [COLUMNS, x_stride], each striped
@group(0) @binding(3) var<storage, read> squares: array<vec4<f32>>;     // [COLUMNS, squares_stride]
@group(0) @binding(4) var<storage, read> taps: array<vec4<f32>>;        // [channels] of four taps
@group(0) @binding(5) var<storage, read> bias: array<vec4<f32>>;        // [channels / 4]
@group(0) @binding(6) var<storage, read_write> slots: array<vec4<f32>>; // [1 + COLUMNS, slot_stride]: [3, channels / 4], oldest first
@group(0) @binding(7) var<storage, read_write> uz: array<vec4<f32>>;    // [COLUMNS, uz_stride]; u: striped, z: [channels / 4]
@group(0) @binding(8) var<uniform> params: Params;

fn silu_each(v: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(silu(v.x), silu(v.y), silu(v.z), silu(v.w));
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn columns_mamba_input(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let groups = WORKGROUP_SIZE / LANES;
  let cells = params.channels / 4u;
  let cell = group.x * groups + local; // four rows: those that this invocation has the totals of
  let convolves = local < groups && cell < cells;
  var columns = array<vec4<f32>, 3>();
  var weights = array<vec4<f32>, 4>();
  var shift = vec4<f32>(0.0);
  if (convolves) { // before the product, so that they travel together
    columns = array<vec4<f32>, 3>(slots[cell], slots[cells + cell], slots[2u * cells + cell]);
    weights = array<vec4<f32>, 4>(taps[cell * 4u], taps[cell * 4u + 1u], taps[cell * 4u + 2u], taps[cell * 4u + 3u]);
    shift = bias[cell];
  }
  let lane = local % LANES;
  let starts = row_starts((group.x * groups + local / LANES) * 4u, 2u * params.channels);
  var shares = multiply_columns(starts, lane);
  let stride = stripe_stride(params.channels / 32u);
  for (var c = 0u; c < COLUMNS; c++) {
    let square = lane_squares_from(lane, c * params.squares_stride);
    let totals = reduce_column(shares[c], square, local);
    let column = totals.sums * norm_factor(totals.squares);
    if (convolves) {
      let mixed = vec4<f32>(
        dot(weights[0], vec4<f32>(columns[0].x, columns[1].x, columns[2].x, column.x)),
        dot(weights[1], vec4<f32>(columns[0].y, columns[1].y, columns[2].y, column.y)),
        dot(weights[2], vec4<f32>(columns[0].z, columns[1].z, columns[2].z, column.z)),
        dot(weights[3], vec4<f32>(columns[0].w, columns[1].w, columns[2].w, column.w)),
      );
      uz[c * params.uz_stride + striped(cell, stride)] = silu_each(shift + mixed);
      columns = array<vec4<f32>, 3>(columns[1], columns[2], column);
      let at = (c + 1u) * params.slot_stride + cell;
      slots[at] = columns[0];
      slots[at + cells] = columns[1];
      slots[at + 2u * cells] = columns[2];
    } else if (local < groups && cell < 2u * cells) {
      uz[c * params.uz_stride + 8u * stride + cell - cells] = column;
    }
  }
}
