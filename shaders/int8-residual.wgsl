// residual[r] += sum over k of w[r, k] * x[k],  next = weight[r] * residual[r] as int8, and the sums of eight residual[r]^2
//
// One token, x in int8; row_count is a multiple of 32. next is what the next norm needs. Grid
// [row_count / (WORKGROUP_SIZE / LANES)]. Includes lib/step.wgsl, a format with its bytes, lib/int8-rows.wgsl,
// lib/int8-store.wgsl.
struct Params {
  row_count: u32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;         // lib/int8-rows.wgsl
@group(0) @binding(3) var<storage, read> weight: array<f32>;          // [row_count], of the norm that follows
@group(0) @binding(4) var<storage, read_write> residual: array<f32>;  // [row_count]
@group(0) @binding(5) var<storage, read_write> next: array<u32>;      // lib/int8-rows.wgsl, of row_count columns
@group(0) @binding(6) var<uniform> params: Params;

var<workgroup> sums: array<f32, WORKGROUP_SIZE / LANES>;
var<workgroup> weights: array<f32, WORKGROUP_SIZE / LANES>;

fn four(at: u32) -> vec4<f32> {
  return vec4<f32>(sums[at], sums[at + 1u], sums[at + 2u], sums[at + 3u]);
}

fn four_weights(at: u32) -> vec4<f32> {
  return vec4<f32>(weights[at], weights[at + 1u], weights[at + 2u], weights[at + 3u]);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn int8_residual(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  if (is_idle()) {
    return;
  }
  let rows = WORKGROUP_SIZE / LANES;
  let first = group.x * rows;
  let own = first + local; // the row that this invocation finishes
  var before = 0.0;
  if (local < rows) { // before the product, so that they travel together
    before = residual[own];
    weights[local] = weight[own];
  }
  put_partial(multiply_row((first + local / LANES) * UNITS, local % LANES), local);
  workgroupBarrier();
  if (local < rows) {
    let after = before + sum_partials(local);
    residual[own] = after;
    sums[local] = after;
  }
  workgroupBarrier();
  let at = local * 8u;
  if (at < rows) {
    let values = array<vec4<f32>, 2>(four(at), four(at + 4u));
    let weighted = array<vec4<f32>, 2>(four_weights(at) * values[0], four_weights(at + 4u) * values[1]);
    store_eight(weighted, (first + at) / 8u, params.row_count);
    store_squares(dot(values[0], values[0]) + dot(values[1], values[1]), (first + at) / 8u, params.row_count);
  }
}
