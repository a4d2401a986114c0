// in_proj with the norm before and the convolution behind it, for one token:
//
//   xz[r] = factor * sum over k of w[r, k] * x[k],  factor = 1 / sqrt(mean(squares) + epsilon)
//   u[c] = silu(bias[c] + taps[c] . (state[0, c], state[1, c], state[2, c], xz[c])),  z[c] = xz[channels + c]
//
// and the state moves on by one column. x and u in striped order, z in plain order behind u. The invocation that adds up
// four rows is the only one to touch those channels. Grid [ceil(2 * channels / (4 * WORKGROUP_SIZE / LANES))].
// Includes lib/step.wgsl, a format, lib/activations.wgsl, lib/striped.wgsl, lib/rows.wgsl and lib/folded-norm.wgsl.
struct Params {
  units: u32, // hiddenSize / 32
  channels: u32, // innerSize, a multiple of 32
  epsilon: f32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<f32>>;           // [8, stride], striped
@group(0) @binding(3) var<storage, read> squares: array<vec4<f32>>;     // [hiddenSize / 16]
@group(0) @binding(4) var<storage, read> taps: array<vec4<f32>>;        // [channels] of four taps
@group(0) @binding(5) var<storage, read> bias: array<vec4<f32>>;        // [channels / 4]
@group(0) @binding(6) var<storage, read_write> state: array<vec4<f32>>; // [3, channels / 4], oldest first
@group(0) @binding(7) var<storage, read_write> uz: array<vec4<f32>>;    // u: [8, stride], striped; z: [channels / 4]
@group(0) @binding(8) var<uniform> params: Params;

fn silu_each(v: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(silu(v.x), silu(v.y), silu(v.z), silu(v.w));
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn mamba_input(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
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
    columns = array<vec4<f32>, 3>(state[cell], state[cells + cell], state[2u * cells + cell]);
    weights = array<vec4<f32>, 4>(taps[cell * 4u], taps[cell * 4u + 1u], taps[cell * 4u + 2u], taps[cell * 4u + 3u]);
    shift = bias[cell];
  }
  let lane = local % LANES;
  let square = lane_squares(lane);
  let starts = row_starts((group.x * groups + local / LANES) * 4u, 2u * params.channels);
  let totals = reduce_rows(multiply_rows(starts, lane), square, local);
  let column = totals.sums * norm_factor(totals.squares);
  let stride = stripe_stride(params.channels / 32u);
  if (convolves) {
    let mixed = vec4<f32>(
      dot(weights[0], vec4<f32>(columns[0].x, columns[1].x, columns[2].x, column.x)),
      dot(weights[1], vec4<f32>(columns[0].y, columns[1].y, columns[2].y, column.y)),
      dot(weights[2], vec4<f32>(columns[0].z, columns[1].z, columns[2].z, column.z)),
      dot(weights[3], vec4<f32>(columns[0].w, columns[1].w, columns[2].w, column.w)),
    );
    uz[striped(cell, stride)] = silu_each(shift + mixed);
    state[cell] = columns[1];
    state[cells + cell] = columns[2];
    state[2u * cells + cell] = column;
  } else if (local < groups && cell < 2u * cells) {
    uz[8u * stride + cell - cells] = column;
  }
}
