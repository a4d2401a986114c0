// y[h] = sum over slices of o * exp(m - M) / sum over slices of l * exp(m - M),  M = max m
//
// Joins the slices of token-attention.wgsl that hold positions; y in striped order. One workgroup a head: its invocations
// share out the components and, where there are more invocations than components, the slices. Grid [headCount].
// Includes lib/step.wgsl and lib/striped.wgsl.
struct Params {
  head_count: u32,
  head_size: u32, // at most 256
  slices: u32, // at most 64
}

@group(0) @binding(0) var<storage, read> partial: array<f32>; // [headCount, slices, headSize + 2]
@group(0) @binding(1) var<storage, read_write> y: array<f32>; // [8, stride of hiddenSize / 32, 4], striped
@group(0) @binding(2) var<uniform> params: Params;

const SIZE = 256u;
const MAX_SLICES = 64u;
const LOWEST = -3.0e38;
var<workgroup> maxima: array<f32, MAX_SLICES>;
var<workgroup> factors: array<f32, MAX_SLICES>;
var<workgroup> sums: array<f32, SIZE>;
var<workgroup> weights: array<f32, SIZE>;

@compute @workgroup_size(SIZE)
fn token_attention_merge(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let size = params.head_size;
  let length = step.position + 1u;
  let slice_length = (length + params.slices * 64u - 1u) / (params.slices * 64u) * 64u;
  let used = (length + slice_length - 1u) / slice_length;
  let first = group.x * params.slices * (size + 2u);
  var own = LOWEST;
  if (local < used) {
    own = partial[first + local * (size + 2u) + size];
  }
  if (local < MAX_SLICES) {
    maxima[local] = own;
  }
  workgroupBarrier();
  var highest = LOWEST;
  for (var s = 0u; s < used; s++) {
    highest = max(highest, maxima[s]);
  }
  if (local < used) {
    factors[local] = exp(own - highest);
  }
  workgroupBarrier();
  let component = local % size;
  let phases = SIZE / size;
  let phase = local / size; // at phases or above: nothing left to add
  var sum = 0.0;
  var weight = 0.0;
  if (phase < phases) {
    for (var s = phase; s < used; s += phases) {
      let at = first + s * (size + 2u);
      sum += factors[s] * partial[at + component];
      weight += factors[s] * partial[at + size + 1u];
    }
  }
  sums[local] = sum;
  weights[local] = weight;
  workgroupBarrier();
  if (phase == 0u) {
    for (var i = 1u; i < phases; i++) {
      sum += sums[i * size + component];
      weight += weights[i * size + component];
    }
    let k = group.x * size + component;
    y[striped(k / 4u, stripe_stride(params.head_count * size / 32u)) * 4u + k % 4u] = sum / weight;
  }
}
