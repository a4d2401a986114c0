// Selective scan of Mamba-1 with everything around it, for each channel c and state n:
//
//   dt = softplus(dt_raw[t, c] + bias[c])
//   h[c, n] = exp(dt * a[c, n]) * h[c, n] + dt * B[t, n] * u[t, c]
//   y[t, c] = (sum over n of h[c, n] * C[t, n] + d[c] * u[t, c]) * silu(z[t, c]),  z[t, c] = xz[t, channels + c]
//
// A workgroup takes 16 channels, four lanes each with four of the states in registers: one lane a channel would leave most
// of a large GPU's units for exp idle. It goes over the chunk in stages of 16 tokens. First an invocation has a token and
// four channels, whose dt it works out for all; then a lane of a channel steps through the tokens; last an invocation adds
// up the lanes and finishes y. Loads of the next stage are under way meanwhile. Two barriers a stage; 8.4 KB of workgroup
// memory. A token past the end has a dt of 0, which leaves the states as they are. f32 throughout, y as the cell says.
// Channels are a multiple of 16. Grid [channels / 16]. Includes lib/step.wgsl, lib/activations.wgsl and a cell.
struct Params {
  channels: u32,
}

@group(0) @binding(0) var<storage, read> u: array<vec4<f32>>;           // [token_count, channels]
@group(0) @binding(1) var<storage, read> dt_raw: array<vec4<f32>>;      // [token_count, channels]
@group(0) @binding(2) var<storage, read> bc: array<vec4<f32>>;          // [token_count, 8]: B, C
@group(0) @binding(3) var<storage, read> xz: array<vec4<f32>>;          // [token_count, 2 * channels]
@group(0) @binding(4) var<storage, read> a: array<vec4<f32>>;           // [channels, 16], negative
@group(0) @binding(5) var<storage, read> bias_d: array<vec2<f32>>;      // [channels]: dt bias, d
@group(0) @binding(6) var<storage, read_write> state: array<vec4<f32>>; // [channels, 16]
@group(0) @binding(7) var<storage, read_write> y: array<Cell>;          // [token_count, channels]
@group(0) @binding(8) var<uniform> params: Params;

const TOKENS = 16u; // of a stage
const CHANNELS = 16u; // of a workgroup
const LOG2_E = 1.4426950408889634;

var<workgroup> staged_bc: array<array<vec4<f32>, 8>, TOKENS>;
var<workgroup> staged_steps: array<array<vec2<f32>, CHANNELS>, TOKENS>; // dt, dt * u
var<workgroup> partial: array<array<f32, 68>, TOKENS>; // [4 lanes, 16 channels] and a gap, against bank conflicts

// What an invocation loads of a stage: of its token and four channels, and two vectors of B and C.
struct Loads {
  dt: vec4<f32>,
  u: vec4<f32>,
  z: vec4<f32>,
  near: vec4<f32>,
  far: vec4<f32>,
}

fn load_stage(first: u32, local: u32, quad: u32) -> Loads {
  let last = step.token_count - 1u; // tokens past the end repeat it
  let quads = params.channels / 4u;
  let token = min(first + local / 4u, last);
  let at = token * quads + quad;
  return Loads(
    dt_raw[at],
    u[at],
    xz[(2u * token + 1u) * quads + quad],
    bc[min(first + local / 8u, last) * 8u + local % 8u],
    bc[min(first + local / 8u + 8u, last) * 8u + local % 8u],
  );
}

fn softplus4(v: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(softplus(v.x), softplus(v.y), softplus(v.z), softplus(v.w));
}

fn silu4(v: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(silu(v.x), silu(v.y), silu(v.z), silu(v.w));
}

@compute @workgroup_size(64)
fn scan_chunk(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  let first_channel = group.x * CHANNELS;
  // As a token and four channels.
  let token = local / 4u;
  let quad = first_channel / 4u + local % 4u;
  let c = quad * 4u;
  let bias = vec4<f32>(bias_d[c].x, bias_d[c + 1u].x, bias_d[c + 2u].x, bias_d[c + 3u].x);
  let d = vec4<f32>(bias_d[c].y, bias_d[c + 1u].y, bias_d[c + 2u].y, bias_d[c + 3u].y);
  // As four states of a channel.
  let states = (first_channel + local / 4u) * 4u + local % 4u;
  let a_log2 = a[states] * LOG2_E;
  var h = state[states];

  var next = load_stage(0u, local, quad);
  for (var first = 0u; first < step.token_count; first += TOKENS) {
    let now = next;
    let is_there = first + token < step.token_count;
    let dt = select(vec4<f32>(0.0), softplus4(now.dt + bias), is_there);
    let dx = dt * now.u;
    staged_steps[local / 4u][local % 4u * 4u] = vec2<f32>(dt.x, dx.x);
    staged_steps[local / 4u][local % 4u * 4u + 1u] = vec2<f32>(dt.y, dx.y);
    staged_steps[local / 4u][local % 4u * 4u + 2u] = vec2<f32>(dt.z, dx.z);
    staged_steps[local / 4u][local % 4u * 4u + 3u] = vec2<f32>(dt.w, dx.w);
    staged_bc[local / 8u][local % 8u] = now.near;
    staged_bc[local / 8u + 8u][local % 8u] = now.far;
    workgroupBarrier();
    next = load_stage(first + TOKENS, local, quad);
    for (var t = 0u; t < TOKENS; t++) {
      let dt_dx = staged_steps[t][local / 4u];
      h = exp2(dt_dx.x * a_log2) * h + dt_dx.y * staged_bc[t][local % 4u];
      partial[t][local % 4u * CHANNELS + local / 4u] = dot(h, staged_bc[t][4u + local % 4u]);
    }
    workgroupBarrier();
    var sums = d * now.u;
    for (var lane = 0u; lane < 4u; lane++) {
      sums += vec4<f32>(
        partial[local / 4u][lane * CHANNELS + local % 4u * 4u],
        partial[local / 4u][lane * CHANNELS + local % 4u * 4u + 1u],
        partial[local / 4u][lane * CHANNELS + local % 4u * 4u + 2u],
        partial[local / 4u][lane * CHANNELS + local % 4u * 4u + 3u],
      );
    }
    if (is_there) {
      y[(first + token) * (params.channels / 4u) + quad] = to_cell(sums * silu4(now.z));
    }
  }
  state[states] = h;
}
