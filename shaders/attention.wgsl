// One slice of causal attention for one token and head, with an online softmax:
//
//   s[p] = scale * dot(q, keys[p]),  m = max s,  l = sum exp(s - m),  o = sum exp(s - m) * values[p]
//
// over the slice's positions p <= the token's own. partial = [o: headSize | m | l], merged by attention-merge.wgsl.
// Tiles of 64 positions: each invocation scores one, then the workgroup adds up the values, invocation i taking four
// components (cell i % cells) of every group_count-th position. No positional encoding.
// Grid [headCount, slices, token_count]. Includes lib/step.wgsl and lib/kv-f16.wgsl or lib/kv-f32.wgsl.
struct Params {
  head_count: u32,
  kv_head_count: u32,
  cells: u32, // headSize / 4, at most 64
  slices: u32,
  scale: f32,
}

@group(0) @binding(0) var<storage, read> q: array<vec4<f32>>;            // [token_count, headCount, cells]
@group(0) @binding(1) var<storage, read> keys: array<KvCell>;            // [contextLength, kvHeadCount, cells]
@group(0) @binding(2) var<storage, read> values: array<KvCell>;          // [contextLength, kvHeadCount, cells]
@group(0) @binding(3) var<storage, read_write> partial: array<f32>;      // [token_count, headCount, slices, headSize + 2]
@group(0) @binding(4) var<uniform> params: Params;

const LOWEST = -3.0e38;
var<workgroup> query: array<vec4<f32>, 64>;
var<workgroup> scores: array<f32, 64>;
var<workgroup> outputs: array<vec4<f32>, 64>;
var<workgroup> weights: array<f32, 64>;

fn score(p: u32, kv_head: u32) -> f32 {
  let start = (p * params.kv_head_count + kv_head) * params.cells;
  var sum = vec4<f32>(0.0);
  for (var i = 0u; i < params.cells; i++) {
    sum += query[i] * unpack_cell(keys[start + i]);
  }
  return params.scale * dot(sum, vec4<f32>(1.0));
}

@compute @workgroup_size(64)
fn attention(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let head = group.x;
  let token = group.z;
  let cells = params.cells;
  let kv_head = head * params.kv_head_count / params.head_count;
  let length = step.position + token + 1u;
  let slice_length = (length + params.slices * 64u - 1u) / (params.slices * 64u) * 64u;
  let first = min(group.y * slice_length, length);
  let end = min(first + slice_length, length);
  let group_count = 64u / cells;
  let cell = lane % cells;
  let phase = lane / cells; // at group_count or above: a lane with no cell of its own

  if (lane < cells) {
    query[lane] = q[(token * params.head_count + head) * cells + lane];
  }
  var highest = LOWEST;
  var weight_sum = 0.0;
  var sum = vec4<f32>(0.0);
  for (var start = first; start < end; start += 64u) {
    workgroupBarrier(); // the query is there; the last tile's weights are used up
    let p = start + lane;
    scores[lane] = LOWEST;
    if (p < end) {
      scores[lane] = score(p, kv_head);
    }
    workgroupBarrier();
    var tile_highest = highest;
    for (var i = 0u; i < 64u; i++) {
      tile_highest = max(tile_highest, scores[i]);
    }
    weights[lane] = select(0.0, exp(scores[lane] - tile_highest), p < end);
    workgroupBarrier();
    let correction = exp(highest - tile_highest);
    sum *= correction;
    weight_sum *= correction;
    highest = tile_highest;
    if (phase < group_count) {
      let count = min(64u, end - start);
      for (var i = phase; i < count; i += group_count) {
        weight_sum += weights[i];
        sum += weights[i] * unpack_cell(values[((start + i) * params.kv_head_count + kv_head) * cells + cell]);
      }
    }
  }
  workgroupBarrier();
  outputs[lane] = sum;
  weights[lane] = weight_sum;
  workgroupBarrier();
  if (lane < cells) {
    var total = vec4<f32>(0.0);
    var total_weight = 0.0;
    for (var i = 0u; i < group_count; i++) {
      total += outputs[i * cells + lane];
      total_weight += weights[i * cells + lane];
    }
    let at = ((token * params.head_count + head) * params.slices + group.y) * (cells * 4u + 2u);
    for (var i = 0u; i < 4u; i++) {
      partial[at + lane * 4u + i] = total[i];
    }
    if (lane == 0u) {
      partial[at + cells * 4u] = highest;
      partial[at + cells * 4u + 1u] = total_weight;
    }
  }
}
