// One slice of causal attention for a chunk on a GPU with matrix units: f16 operands of 16 x 16, f32 sums.
//
//   s[r, p] = scale * dot(q[r], keys[p]),  m = reference of r,  l = sum 2^(s - m),  o = sum 2^(s - m) * values[p]
//
// Query rows r are all (token, head) pairs of the heads that share a head of keys and values, one behind the other. A
// workgroup of SUBGROUPS subgroups of 32 takes 16 rows each; they are the subgroup's own from scores to output. Queries and
// output stay in matrices; keys, then values, of BLOCKS * 32 positions pass through one tile in workgroup memory, and the next
// of them are on their way from the cache meanwhile. partial = [o: headSize | m | l], merged by attention-slices-merge.wgsl.
//
// A matrix has no elements to a shader, so scores go through workgroup memory to become weights, and to rescale the output
// would cost as much again. So m is no running maximum but a reference: it lies BELOW under the row's highest score when it
// is set, and moves (all rows of the workgroup together, then through memory) only when a score exceeds it by ABOVE, where
// f16 ends. Real scores do that in the first tile and hardly ever after it.
// Rounded to f16: scaled queries, keys and values as cached, weights. l sums the rounded weights. Expected NMSE 1e-7; weights
// below 2^-31 of the row's highest are lost.
//
// Matrix units read and write 16 bytes at once, at multiples of 16: Vulkan leaves it to the shader to lay its memory out so.
// vec4<f16> has an alignment of 8, and the arrays would be 8 off beside others of single words. So what matrices touch has
// elements of 16 bytes, and no workgroup variable has a size that puts the next one elsewhere. Matrices also want a subgroup
// together, so its lanes take no branch apart until the output is written.
//
// Offsets and strides of matrices are constants, in elements of 16 bytes: others cost a branch and a zero matrix each. Long for
// that, and as an array of matrices may leave the registers. headSize is a multiple of 16, at most 128; smaller heads cost the same.
// Workgroup memory: 24 KB with four subgroups and one block, 39.5 KB with eight, 47.5 KB with four and two blocks.
// Grid [ceil(token_count * group / (SUBGROUPS * 16)), kvHeadCount, slices or more], group = headCount / kvHeadCount.
// Includes lib/enable-subgroup-matrix.wgsl, lib/halves.wgsl, lib/step.wgsl, lib/attention-slices.wgsl,
// lib/attention-stages.wgsl.
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

override SUBGROUPS: u32 = 4; // 4 or 8
override BLOCKS: u32 = 1; // of 32 positions, in a tile; 1 or 2

const LOWEST = -3.0e38; // a score out of sight
const NONE = -1.0e30; // the reference before any score: above LOWEST, so that 2^(LOWEST - NONE) is 0
const BELOW = 6.0;
const ABOVE = 15.5;

alias Left = subgroup_matrix_left<f16, 16, 16>;    // rows by components, or rows by positions
alias Right = subgroup_matrix_right<f16, 16, 16>;  // components by positions, or positions by components
alias Sums = subgroup_matrix_result<f32, 16, 16>;  // rows by positions, or rows by components

// Pitches put eight neighbouring rows on different banks: those of scores, four rows and the order that weigh reads in.
var<workgroup> kv_tile: array<array<vec4<u32>, 32 * 17>, BLOCKS>;                // f16 [32 positions, 17 * 8]
var<workgroup> scores: array<array<vec4<f32>, 16 * 10>, SUBGROUPS * BLOCKS>;     // [16 rows, 10 * 4]
var<workgroup> weights: array<array<vec4<u32>, 16 * 5>, SUBGROUPS * BLOCKS>;     // f16 [16 rows, 5 * 8]
var<workgroup> shared_lanes: array<f32, SUBGROUPS * 32>;
var<workgroup> outgrown: array<atomic<u32>, 4>; // [0]: some score exceeds its row's reference by too much

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

// Times a factor for each row, through the subgroup's memory for scores.
fn rescale(sums: Sums, tile: u32, lane: u32, factor: f32) -> Sums {
  let at = lane % 16u * 10u + lane / 16u * 2u;
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

@compute @workgroup_size(SUBGROUPS * 32u)
fn attention_subgroup_matrix(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let slices = count_slices(params.slice_tokens);
  if (group.z >= slices) {
    return;
  }
  let kv_head = group.y;
  let last = row_length((group.x + 1u) * SUBGROUPS * 16u - 1u) - 1u; // position that some row sees
  let positions = BLOCKS * 32u;
  let tile_count = last / positions + 1u;
  let first = group.z * tile_count / slices * positions;
  let end = (group.z + 1u) * tile_count / slices * positions;

  let lane = local % 32u;
  let tile = local / 32u * BLOCKS; // of the subgroup's scores and weights
  let first_row = (group.x * SUBGROUPS + local / 32u) * 16u;
  let head = head_index(first_row + lane % 16u, kv_head); // two lanes a row
  let length = row_length(first_row + lane % 16u);
  let position = local / 16u; // that this invocation fetches, in a block
  let unit = local % 16u;

  stage_queries(tile, lane, head, 0u);
  workgroupBarrier();
  let q0 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 5u);
  let q1 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 2u, 5u);
  workgroupBarrier();
  stage_queries(tile, lane, head, 4u);
  workgroupBarrier();
  let q2 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 5u);
  let q3 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 2u, 5u);
  workgroupBarrier();
  stage_queries(tile, lane, head, 8u);
  workgroupBarrier();
  let q4 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 5u);
  let q5 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 2u, 5u);
  workgroupBarrier();
  stage_queries(tile, lane, head, 12u);
  workgroupBarrier();
  let q6 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 0u, 5u);
  let q7 = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS], 2u, 5u);

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
    atomicStore(&outgrown[0], 0u);
    workgroupBarrier();
    for (var block = 0u; block < BLOCKS; block++) {
      var near = Sums(); // positions 0 to 15
      var far = Sums();
      near = multiply(q0, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 0u, 17u), near);
      far = multiply(q0, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 272u, 17u), far);
      near = multiply(q1, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 2u, 17u), near);
      far = multiply(q1, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 274u, 17u), far);
      near = multiply(q2, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 4u, 17u), near);
      far = multiply(q2, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 276u, 17u), far);
      near = multiply(q3, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 6u, 17u), near);
      far = multiply(q3, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 278u, 17u), far);
      near = multiply(q4, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 8u, 17u), near);
      far = multiply(q4, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 280u, 17u), far);
      near = multiply(q5, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 10u, 17u), near);
      far = multiply(q5, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 282u, 17u), far);
      near = multiply(q6, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 12u, 17u), near);
      far = multiply(q6, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 284u, 17u), far);
      near = multiply(q7, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 14u, 17u), near);
      far = multiply(q7, subgroupMatrixLoad<Right, col_major>(&kv_tile[block], 286u, 17u), far);
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
    if (subgroupMax(weighed.highest - reference) > ABOVE) {
      atomicStore(&outgrown[0], 1u);
    }
    if (workgroupUniformLoad(&outgrown[0]) == 1u) {
      shared_lanes[local] = weighed.highest;
      workgroupBarrier();
      let pair = local / 32u * 32u + local % 16u;
      let raised = max(reference, max(shared_lanes[pair], shared_lanes[pair + 16u]) - BELOW);
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
      let near = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS + block], 0u, 5u);
      o0 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 0u, 17u), o0);
      o1 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 2u, 17u), o1);
      o2 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 4u, 17u), o2);
      o3 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 6u, 17u), o3);
      o4 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 8u, 17u), o4);
      o5 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 10u, 17u), o5);
      o6 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 12u, 17u), o6);
      o7 = multiply(near, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 14u, 17u), o7);
      let far = subgroupMatrixLoad<Left, row_major>(&weights[local / 32u * BLOCKS + block], 2u, 5u);
      o0 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 272u, 17u), o0);
      o1 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 274u, 17u), o1);
      o2 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 276u, 17u), o2);
      o3 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 278u, 17u), o3);
      o4 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 280u, 17u), o4);
      o5 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 282u, 17u), o5);
      o6 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 284u, 17u), o6);
      o7 = multiply(far, subgroupMatrixLoad<Right, row_major>(&kv_tile[block], 286u, 17u), o7);
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
  let row = first_row + lane;
  if (lane < 16u && row < step.token_count * group_size()) {
    let at = (head_index(row, kv_head) * slices + slice) * (params.units * 4u + 1u) + params.units * 4u;
    partial[at] = vec2<f32>(reference, shared_lanes[local] + shared_lanes[local + 16u]);
  }
}
