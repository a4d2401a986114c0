// One slice of causal attention for a chunk on a GPU with matrix units: f16 operands of 16 x 16, f32 sums.
//
//   s[r, p] = scale * dot(q[r], keys[p]),  m = reference of r,  l = sum 2^(s - m),  o = sum 2^(s - m) * values[p]
//
// Query rows r are all (token, head) pairs of the heads that share a head of keys and values, one behind the other. A
// workgroup of 128, four subgroups of 32, takes 64 rows; a subgroup's 16 rows are its own from scores to output. Queries and
// output stay in matrices; keys, then values, of POSITIONS positions pass through one tile in workgroup memory, and the next
// of them are on their way from the cache meanwhile. partial = [o: headSize | m | l], merged by attention-slices-merge.wgsl.
//
// A matrix has no elements to a shader, so scores go through workgroup memory to become weights, and to rescale the output
// would cost as much again. So m is no running maximum but a reference: it lies BELOW under the row's highest score when it
// is set, and moves (all rows of the workgroup together, then through memory) only when a score exceeds it by ABOVE, where
// f16 ends. Real scores do that in the first tile and hardly ever after it.
// Rounded to f16: scaled queries, keys and values as cached, weights. l sums the rounded weights. Expected NMSE 1e-7; weights
// below 2^-31 of the row's highest are lost.
//
// Offsets and strides of matrices are constants, in units of four: others cost a branch and a zero matrix each. Long for
// that, and as an array of matrices may leave the registers. headSize is a multiple of 16, at most 128; smaller heads cost the same.
// Workgroup memory: 24 KB with one block of 32 positions a tile, 47.2 KB with two.
// Grid [ceil(token_count * group / 64), kvHeadCount, slices or more], group = headCount / kvHeadCount.
// Includes lib/enable-subgroup-matrix.wgsl, lib/halves.wgsl, lib/step.wgsl, lib/attention-slices.wgsl.
struct Params {
  head_count: u32,
  kv_head_count: u32,
  units: u32, // headSize / 8, at most 16
  slice_tokens: u32, // slices that `partial` holds, times tokens
  scale: f32, // headSize^-0.5 * log2(e)
}

@group(0) @binding(0) var<storage, read> q: array<vec4<f32>>;              // [token_count, headCount, 2 * units]
@group(0) @binding(1) var<storage, read> keys: array<vec4<u32>>;           // f16 [contextLength, kvHeadCount, headSize]
@group(0) @binding(2) var<storage, read> values: array<vec4<u32>>;         // f16 [contextLength, kvHeadCount, headSize]
@group(0) @binding(3) var<storage, read_write> partial: array<vec2<f32>>;  // [token_count, headCount, slices, headSize + 2]
@group(0) @binding(4) var<uniform> params: Params;

override BLOCKS: u32 = 1; // of 32 positions, in a tile

const SUBGROUPS = 4u;
const ROWS = SUBGROUPS * 16u;
const LOWEST = -3.0e38; // a score out of sight
const NONE = -1.0e30; // the reference before any score: above LOWEST, so that 2^(LOWEST - NONE) is 0
const BELOW = 6.0;
const ABOVE = 15.5;

alias Left = subgroup_matrix_left<f16, 16, 16>;    // rows by components, or rows by positions
alias Right = subgroup_matrix_right<f16, 16, 16>;  // components by positions, or positions by components
alias Sums = subgroup_matrix_result<f32, 16, 16>;  // rows by positions, or rows by components

// Pitches, in fours, put eight neighbouring rows on different banks.
var<workgroup> kv_tile: array<array<Half4, 32 * 34>, BLOCKS>;                    // [32 positions, 34]
var<workgroup> scores: array<array<vec4<f32>, 16 * 10>, SUBGROUPS * BLOCKS>;     // [16 rows, 10]
var<workgroup> weights: array<array<Half4, 16 * 10>, SUBGROUPS * BLOCKS>;        // [16 rows, 10]
var<workgroup> shared_lanes: array<f32, SUBGROUPS * 32>;
var<workgroup> outgrown: atomic<u32>; // some score exceeds its row's reference by too much

fn multiply(left: Left, right: Right, sums: Sums) -> Sums {
  return subgroupMatrixMultiplyAccumulate(left, right, sums);
}

fn group_size() -> u32 {
  return params.head_count / params.kv_head_count;
}

// Where a row's query or output lies, in heads; rows past the end repeat the last.
fn head_index(row: u32, kv_head: u32) -> u32 {
  let r = min(row, step.token_count * group_size() - 1u);
  return r / group_size() * params.head_count + kv_head * group_size() + r % group_size();
}

// Positions a row sees.
fn row_length(row: u32) -> u32 {
  return step.position + min(row / group_size(), step.token_count - 1u) + 1u;
}

// Eight components of four positions of a block.
struct Fetched {
  a: vec4<u32>,
  b: vec4<u32>,
  c: vec4<u32>,
  d: vec4<u32>,
}

// Where eight components of a position lie in the cache. Components past headSize repeat its last: queries are zero there,
// and outputs are not written. Positions past the last repeat it: their weights are zero.
fn kv_index(position: u32, last: u32, kv_head: u32, unit: u32) -> u32 {
  return (min(position, last) * params.kv_head_count + kv_head) * params.units + min(unit, params.units - 1u);
}

fn fetch_keys(position: u32, last: u32, kv_head: u32, unit: u32) -> Fetched {
  return Fetched(
    keys[kv_index(position, last, kv_head, unit)],
    keys[kv_index(position + 8u, last, kv_head, unit)],
    keys[kv_index(position + 16u, last, kv_head, unit)],
    keys[kv_index(position + 24u, last, kv_head, unit)],
  );
}

fn fetch_values(position: u32, last: u32, kv_head: u32, unit: u32) -> Fetched {
  return Fetched(
    values[kv_index(position, last, kv_head, unit)],
    values[kv_index(position + 8u, last, kv_head, unit)],
    values[kv_index(position + 16u, last, kv_head, unit)],
    values[kv_index(position + 24u, last, kv_head, unit)],
  );
}

fn stage(block: u32, position: u32, unit: u32, fetched: Fetched) {
  let at = position * 34u + unit * 2u;
  kv_tile[block][at] = halves_of_bits(fetched.a.xy);
  kv_tile[block][at + 1u] = halves_of_bits(fetched.a.zw);
  kv_tile[block][at + 8u * 34u] = halves_of_bits(fetched.b.xy);
  kv_tile[block][at + 8u * 34u + 1u] = halves_of_bits(fetched.b.zw);
  kv_tile[block][at + 16u * 34u] = halves_of_bits(fetched.c.xy);
  kv_tile[block][at + 16u * 34u + 1u] = halves_of_bits(fetched.c.zw);
  kv_tile[block][at + 24u * 34u] = halves_of_bits(fetched.d.xy);
  kv_tile[block][at + 24u * 34u + 1u] = halves_of_bits(fetched.d.zw);
}

// Puts 32 components of the subgroup's queries, from cell `first` on, where its first block of weights will be.
fn stage_queries(tile: u32, lane: u32, head: u32, first: u32) {
  for (var i = 0u; i < 4u; i++) {
    let quad = lane % 2u + i * 2u;
    var query = vec4<f32>(0.0);
    if (first + quad < params.units * 2u) {
      query = params.scale * q[head * params.units * 2u + first + quad];
    }
    weights[tile][lane / 2u * 10u + quad] = to_halves(clamp(query, vec4<f32>(-65504.0), vec4<f32>(65504.0)));
  }
}

struct Weighed {
  highest: f32,
  total: f32,
}

// Turns a lane's half of its row's scores into weights.
fn weigh(tile: u32, lane: u32, start: u32, length: u32, reference: f32) -> Weighed {
  var highest = vec4<f32>(LOWEST);
  var total = vec4<f32>(0.0);
  for (var block = 0u; block < BLOCKS; block++) {
    for (var i = 0u; i < 4u; i++) {
      let quad = lane % 2u + i * 2u;
      let at = lane / 2u * 10u + quad;
      let positions = vec4<u32>(start + block * 32u + quad * 4u) + vec4<u32>(0u, 1u, 2u, 3u);
      let score = select(vec4<f32>(LOWEST), scores[tile + block][at], positions < vec4<u32>(length));
      let weight = to_halves(exp2(score - reference));
      weights[tile + block][at] = weight;
      highest = max(highest, score);
      total += from_halves(weight);
    }
  }
  return Weighed(max(max(highest.x, highest.y), max(highest.z, highest.w)), dot(total, vec4<f32>(1.0)));
}

// Times a factor for each row, through the subgroup's memory for scores.
fn rescale(sums: Sums, tile: u32, lane: u32, factor: f32) -> Sums {
  let at = lane / 2u * 10u + lane % 2u * 2u;
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&scores[tile], 0u, sums, 10u);
  workgroupBarrier();
  scores[tile][at] *= factor;
  scores[tile][at + 1u] *= factor;
  workgroupBarrier();
  return subgroupMatrixLoad<Sums, row_major>(&scores[tile], 0u, 10u);
}

// Writes 16 rows of components `index` * 16 on.
fn write(sums: Sums, index: u32, tile: u32, lane: u32, first_row: u32, kv_head: u32, slice: u32, slices: u32) {
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&scores[tile], 0u, sums, 10u);
  workgroupBarrier();
  for (var i = 0u; i < 16u; i += 8u) {
    let row = lane / 4u + i;
    if (first_row + row < step.token_count * group_size() && index * 2u < params.units) {
      let at = (head_index(first_row + row, kv_head) * slices + slice) * (params.units * 4u + 1u) + index * 8u;
      let sum = scores[tile][row * 10u + lane % 4u];
      partial[at + lane % 4u * 2u] = sum.xy;
      partial[at + lane % 4u * 2u + 1u] = sum.zw;
    }
  }
}

@compute @workgroup_size(128)
fn attention_subgroup_matrix(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let slices = count_slices(params.slice_tokens);
  if (group.z >= slices) {
    return;
  }
  let kv_head = group.y;
  let last = row_length(group.x * ROWS + ROWS - 1u) - 1u; // position that some row sees
  let positions = BLOCKS * 32u;
  let tile_count = last / positions + 1u;
  let first = group.z * tile_count / slices * positions;
  let end = (group.z + 1u) * tile_count / slices * positions;

  let lane = local % 32u;
  let tile = local / 32u * BLOCKS; // of the subgroup's scores and weights
  let first_row = group.x * ROWS + local / 32u * 16u;
  let head = head_index(first_row + lane / 2u, kv_head); // two lanes a row
  let length = row_length(first_row + lane / 2u);
  let position = local / 16u; // that this invocation fetches, in a block
  let unit = local % 16u;

  stage_queries(tile, lane, head, 0u);
  workgroupBarrier();
  let q0 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 10u);
  let q1 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 4u, 10u);
  workgroupBarrier();
  stage_queries(tile, lane, head, 8u);
  workgroupBarrier();
  let q2 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 10u);
  let q3 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 4u, 10u);
  workgroupBarrier();
  stage_queries(tile, lane, head, 16u);
  workgroupBarrier();
  let q4 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 10u);
  let q5 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 4u, 10u);
  workgroupBarrier();
  stage_queries(tile, lane, head, 24u);
  workgroupBarrier();
  let q6 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 10u);
  let q7 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 4u, 10u);

  var o0 = Sums(); // components 0 to 15
  var o1 = Sums();
  var o2 = Sums();
  var o3 = Sums();
  var o4 = Sums();
  var o5 = Sums();
  var o6 = Sums();
  var o7 = Sums();
  var reference = NONE;
  var total = 0.0; // of this lane's half of its row
  var fetched = fetch_keys(first + position, last, kv_head, unit);
  var fetched_far = fetched; // of the second block
  if (BLOCKS > 1u) {
    fetched_far = fetch_keys(first + 32u + position, last, kv_head, unit);
  }
  for (var start = first; start < end; start += positions) {
    workgroupBarrier(); // the last tile's values and weights are used up
    stage(0u, position, unit, fetched);
    fetched = fetch_values(start + position, last, kv_head, unit);
    if (BLOCKS > 1u) {
      stage(1u, position, unit, fetched_far);
      fetched_far = fetch_values(start + 32u + position, last, kv_head, unit);
    }
    if (local == 0u) {
      atomicStore(&outgrown, 0u);
    }
    workgroupBarrier();
    for (var block = 0u; block < BLOCKS; block++) {
      var near = Sums(); // positions 0 to 15
      var far = Sums();
      near = multiply(q0, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 0u, 34u), near);
      far = multiply(q0, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 544u, 34u), far);
      near = multiply(q1, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 4u, 34u), near);
      far = multiply(q1, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 548u, 34u), far);
      near = multiply(q2, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 8u, 34u), near);
      far = multiply(q2, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 552u, 34u), far);
      near = multiply(q3, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 12u, 34u), near);
      far = multiply(q3, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 556u, 34u), far);
      near = multiply(q4, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 16u, 34u), near);
      far = multiply(q4, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 560u, 34u), far);
      near = multiply(q5, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 20u, 34u), near);
      far = multiply(q5, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 564u, 34u), far);
      near = multiply(q6, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 24u, 34u), near);
      far = multiply(q6, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 568u, 34u), far);
      near = multiply(q7, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 28u, 34u), near);
      far = multiply(q7, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 572u, 34u), far);
      subgroupMatrixStore<row_major>(&scores[local / 32u * BLOCKS + block], 0u, near, 10u);
      subgroupMatrixStore<row_major>(&scores[local / 32u * BLOCKS + block], 4u, far, 10u);
    }
    workgroupBarrier(); // keys are used up
    stage(0u, position, unit, fetched);
    fetched = fetch_keys(start + positions + position, last, kv_head, unit);
    if (BLOCKS > 1u) {
      stage(1u, position, unit, fetched_far);
      fetched_far = fetch_keys(start + positions + 32u + position, last, kv_head, unit);
    }
    var weighed = weigh(tile, lane, start, length, reference);
    if (weighed.highest > reference + ABOVE) {
      atomicStore(&outgrown, 1u);
    }
    if (workgroupUniformLoad(&outgrown) == 1u) {
      shared_lanes[local] = weighed.highest;
      workgroupBarrier();
      let pair = local / 2u * 2u;
      let raised = max(reference, max(shared_lanes[pair], shared_lanes[pair + 1u]) - BELOW);
      let factor = exp2(reference - raised);
      reference = raised;
      total *= factor;
      weighed = weigh(tile, lane, start, length, reference);
      workgroupBarrier();
      if (start > first) {
        o0 = rescale(o0, tile, lane, factor);
        o1 = rescale(o1, tile, lane, factor);
        o2 = rescale(o2, tile, lane, factor);
        o3 = rescale(o3, tile, lane, factor);
        o4 = rescale(o4, tile, lane, factor);
        o5 = rescale(o5, tile, lane, factor);
        o6 = rescale(o6, tile, lane, factor);
        o7 = rescale(o7, tile, lane, factor);
      }
    }
    total += weighed.total;
    for (var block = 0u; block < BLOCKS; block++) {
      let near = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS + block], 0u, 10u);
      o0 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 0u, 34u), o0);
      o1 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 4u, 34u), o1);
      o2 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 8u, 34u), o2);
      o3 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 12u, 34u), o3);
      o4 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 16u, 34u), o4);
      o5 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 20u, 34u), o5);
      o6 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 24u, 34u), o6);
      o7 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 28u, 34u), o7);
      let far = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS + block], 4u, 10u);
      o0 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 544u, 34u), o0);
      o1 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 548u, 34u), o1);
      o2 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 552u, 34u), o2);
      o3 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 556u, 34u), o3);
      o4 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 560u, 34u), o4);
      o5 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 564u, 34u), o5);
      o6 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 568u, 34u), o6);
      o7 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 572u, 34u), o7);
    }
  }

  shared_lanes[local] = total;
  let slice = group.z;
  write(o0, 0u, tile, lane, first_row, kv_head, slice, slices); // with barriers
  write(o1, 1u, tile, lane, first_row, kv_head, slice, slices);
  write(o2, 2u, tile, lane, first_row, kv_head, slice, slices);
  write(o3, 3u, tile, lane, first_row, kv_head, slice, slices);
  write(o4, 4u, tile, lane, first_row, kv_head, slice, slices);
  write(o5, 5u, tile, lane, first_row, kv_head, slice, slices);
  write(o6, 6u, tile, lane, first_row, kv_head, slice, slices);
  write(o7, 7u, tile, lane, first_row, kv_head, slice, slices);
  let row = first_row + lane / 2u;
  if (lane % 2u == 0u && row < step.token_count * group_size()) {
    let at = (head_index(row, kv_head) * slices + slice) * (params.units * 4u + 1u) + params.units * 4u;
    partial[at] = vec2<f32>(reference, shared_lanes[local] + shared_lanes[local + 1u]);
  }
}
