// Joins the slices of token-attention.wgsl that hold positions, for one head:
//
//   y = sum over slices of o * exp(m - M) / sum over slices of l * exp(m - M),  M = max m
//
// A workgroup's invocations share out the components and, where there are more invocations than components, the slices.
// Includes lib/step.wgsl; the kernel declares partial: array<f32> and params.head_size (at most 256) and params.slices (at
// most 64).
const SIZE = 256u;
const MAX_SLICES = 64u;
const LOWEST = -3.0e38;
var<workgroup> maxima: array<f32, MAX_SLICES>;
var<workgroup> factors: array<f32, MAX_SLICES>;
var<workgroup> sums: array<f32, SIZE>;
var<workgroup> weights: array<f32, SIZE>;

// Component `local` of a head, on invocations below headSize. Every invocation must call it.
fn join_slices(head: u32, local: u32) -> f32 {
  let size = params.head_size;
  let length = step.position + 1u;
  let slice_length = (length + params.slices * 64u - 1u) / (params.slices * 64u) * 64u;
  let used = (length + slice_length - 1u) / slice_length;
  let first = head * params.slices * (size + 2u);
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
  }
  return sum / weight;
}
