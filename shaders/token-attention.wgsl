// Attention of one token over one slice of the cache, for four query heads that share a key-value head:
//
//   s[p] = scale * dot(q, keys[p]),  m = max s,  l = sum exp(s - m),  o = sum exp(s - m) * values[p]
//
// partial = [o: headSize | m | l] a head and slice, joined by token-attention-merge.wgsl. Tiles of 64 positions: four
// invocations score one for all four heads, then each adds up values for one head, a cell of four components and every
// so-manieth position. A slice is a multiple of 64 positions long; slices past the end write nothing.
// No positional encoding. Grid [kvHeadCount * ceil(headCount / kvHeadCount / 4), slices].
// Includes lib/step.wgsl and lib/kv-f16.wgsl or lib/kv-f32.wgsl.
struct Params {
  head_count: u32,
  kv_head_count: u32,
  cells: u32, // headSize / 4, at most 64
  slices: u32,
  scale: f32,
}

@group(0) @binding(0) var<storage, read> q: array<vec4<f32>>;       // [headCount, cells]
@group(0) @binding(1) var<storage, read> keys: array<KvCell>;       // [contextLength, kvHeadCount, cells]
@group(0) @binding(2) var<storage, read> values: array<KvCell>;     // [contextLength, kvHeadCount, cells]
@group(0) @binding(3) var<storage, read_write> partial: array<f32>; // [headCount, slices, headSize + 2]
@group(0) @binding(4) var<uniform> params: Params;

const HEADS = 4u;
const TILE = 64u;
const SIZE = 256u;
const LOWEST = -3.0e38;
var<workgroup> queries: array<vec4<f32>, SIZE>;   // [HEADS, cells], scaled
var<workgroup> exchanged: array<vec4<f32>, SIZE>; // quarters of the scores, four heads each; at the end outputs
var<workgroup> scores: array<vec4<f32>, TILE>;    // four heads
var<workgroup> weights: array<vec4<f32>, TILE>;   // four heads
var<workgroup> sums: array<f32, SIZE>;

fn dot_queries(key: vec4<f32>, i: u32) -> vec4<f32> {
  let cells = params.cells;
  return vec4<f32>(
    dot(key, queries[i]),
    dot(key, queries[cells + i]),
    dot(key, queries[2u * cells + i]),
    dot(key, queries[3u * cells + i]),
  );
}

// A quarter of a position's dot products with four heads: cells quarter, quarter + 4, ... Four loads travel together.
fn score_quarter(start: u32, quarter: u32) -> vec4<f32> {
  var dots = vec4<f32>(0.0);
  var i = quarter;
  for (; i + 12u < params.cells; i += 16u) {
    let k0 = keys[start + i];
    let k1 = keys[start + i + 4u];
    let k2 = keys[start + i + 8u];
    let k3 = keys[start + i + 12u];
    dots += dot_queries(unpack_cell(k0), i) + dot_queries(unpack_cell(k1), i + 4u) +
      dot_queries(unpack_cell(k2), i + 8u) + dot_queries(unpack_cell(k3), i + 12u);
  }
  for (; i < params.cells; i += 4u) {
    dots += dot_queries(unpack_cell(keys[start + i]), i);
  }
  return dots;
}

@compute @workgroup_size(SIZE)
fn token_attention(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  if (is_idle()) {
    return;
  }
  let cells = params.cells;
  let shared_by = params.head_count / params.kv_head_count;
  let quartets = (shared_by + HEADS - 1u) / HEADS;
  let kv_head = group.x / quartets;
  let first_head = kv_head * shared_by + group.x % quartets * HEADS;
  let end_head = (kv_head + 1u) * shared_by; // heads past it repeat the last one and are not written
  let length = step.position + 1u;
  let slice_length = (length + params.slices * TILE - 1u) / (params.slices * TILE) * TILE;
  let first = min(group.y * slice_length, length);
  let end = min(first + slice_length, length);
  if (first == end) {
    return;
  }

  let slot = local / cells;
  let cell = local % cells;
  let phases = SIZE / cells / HEADS; // at least 1
  let head = slot % HEADS;
  let phase = slot / HEADS; // at phases or above: an invocation with no values to add
  if (slot < HEADS) {
    queries[local] = params.scale * q[min(first_head + slot, end_head - 1u) * cells + cell];
  }
  var highest = vec4<f32>(LOWEST);
  var weight_sum = 0.0;
  var sum = vec4<f32>(0.0);
  for (var start = first; start < end; start += TILE) {
    workgroupBarrier(); // the queries are there; the last tile's weights are used up
    let row = min(start + local / 4u, end - 1u) * params.kv_head_count + kv_head;
    exchanged[local] = score_quarter(row * cells, local % 4u);
    workgroupBarrier();
    let count = min(TILE, end - start);
    if (local < TILE) {
      let score = exchanged[local * 4u] + exchanged[local * 4u + 1u] + exchanged[local * 4u + 2u] + exchanged[local * 4u + 3u];
      scores[local] = select(vec4<f32>(LOWEST), score, local < count);
    }
    workgroupBarrier();
    var tile_highest = highest;
    for (var i = 0u; i < TILE; i++) {
      tile_highest = max(tile_highest, scores[i]);
    }
    if (local < TILE) {
      weights[local] = select(vec4<f32>(0.0), exp(scores[local] - tile_highest), local < count);
    }
    workgroupBarrier();
    let correction = exp(highest - tile_highest)[head];
    highest = tile_highest;
    sum *= correction;
    weight_sum *= correction;
    if (phase < phases) {
      let stride = params.kv_head_count * cells;
      let tile = (start * params.kv_head_count + kv_head) * cells + cell;
      var i = phase;
      for (; i + 3u * phases < count; i += 4u * phases) { // four loads travel together
        let v0 = values[tile + i * stride];
        let v1 = values[tile + (i + phases) * stride];
        let v2 = values[tile + (i + 2u * phases) * stride];
        let v3 = values[tile + (i + 3u * phases) * stride];
        let w = vec4<f32>(weights[i][head], weights[i + phases][head], weights[i + 2u * phases][head], weights[i + 3u * phases][head]);
        weight_sum += dot(w, vec4<f32>(1.0));
        sum += w.x * unpack_cell(v0) + w.y * unpack_cell(v1) + w.z * unpack_cell(v2) + w.w * unpack_cell(v3);
      }
      for (; i < count; i += phases) {
        weight_sum += weights[i][head];
        sum += weights[i][head] * unpack_cell(values[tile + i * stride]);
      }
    }
  }
  exchanged[local] = sum;
  sums[local] = weight_sum;
  workgroupBarrier();
  let target_head = first_head + head;
  if (slot < HEADS && target_head < end_head) {
    for (var i = 1u; i < phases; i++) {
      sum += exchanged[(i * HEADS + slot) * cells + cell];
      weight_sum += sums[(i * HEADS + slot) * cells + cell];
    }
    let at = (target_head * params.slices + group.y) * (cells * 4u + 2u);
    for (var i = 0u; i < 4u; i++) {
      partial[at + cell * 4u + i] = sum[i];
    }
    if (cell == 0u) {
      partial[at + cells * 4u] = highest[head];
      partial[at + cells * 4u + 1u] = weight_sum;
    }
  }
}
