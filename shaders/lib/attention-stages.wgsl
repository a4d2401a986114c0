// What passes through the workgroup memory of attention on matrix units: queries once, keys and values block by block, scores
// on their way to weights. Constants, bindings and workgroup variables are those of attention-subgroup-matrix.wgsl.
// Eight components of some positions of a block, SUBGROUPS * 2 apart: four, or two of eight subgroups.
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
  var fetched: Fetched;
  fetched.a = keys[kv_index(position, last, kv_head, unit)];
  fetched.b = keys[kv_index(position + SUBGROUPS * 2u, last, kv_head, unit)];
  if (SUBGROUPS < 8u) {
    fetched.c = keys[kv_index(position + SUBGROUPS * 4u, last, kv_head, unit)];
    fetched.d = keys[kv_index(position + SUBGROUPS * 6u, last, kv_head, unit)];
  }
  return fetched;
}

fn fetch_values(position: u32, last: u32, kv_head: u32, unit: u32) -> Fetched {
  var fetched: Fetched;
  fetched.a = values[kv_index(position, last, kv_head, unit)];
  fetched.b = values[kv_index(position + SUBGROUPS * 2u, last, kv_head, unit)];
  if (SUBGROUPS < 8u) {
    fetched.c = values[kv_index(position + SUBGROUPS * 4u, last, kv_head, unit)];
    fetched.d = values[kv_index(position + SUBGROUPS * 6u, last, kv_head, unit)];
  }
  return fetched;
}

fn stage(block: u32, position: u32, unit: u32, fetched: Fetched) {
  let at = position * 17u + unit;
  kv_tile[block][at] = fetched.a;
  kv_tile[block][at + SUBGROUPS * 34u] = fetched.b;
  if (SUBGROUPS < 8u) {
    kv_tile[block][at + SUBGROUPS * 68u] = fetched.c;
    kv_tile[block][at + SUBGROUPS * 102u] = fetched.d;
  }
}

fn scaled_query(quad: u32) -> vec2<u32> {
  return to_halves(clamp(params.scale * q[quad], vec4<f32>(-65504.0), vec4<f32>(65504.0)));
}

// Puts 32 components of the subgroup's queries, from unit `first` on, where its first block of weights will be.
fn stage_queries(tile: u32, lane: u32, head: u32, first: u32) {
  for (var i = 0u; i < 2u; i++) {
    let word = lane / 16u * 2u + i;
    let at = (head * params.units + min(first + word, params.units - 1u)) * 2u;
    let query = vec4<u32>(scaled_query(at), scaled_query(at + 1u));
    weights[tile][lane % 16u * 5u + word] = select(vec4<u32>(), query, first + word < params.units);
  }
}

// Four scores from `position` on, those that the row does not see out of sight.
fn visible(score: vec4<f32>, position: u32, length: u32) -> vec4<f32> {
  let positions = vec4<u32>(position) + vec4<u32>(0u, 1u, 2u, 3u);
  return select(vec4<f32>(LOWEST), score, positions < vec4<u32>(length));
}

struct Weighed {
  highest: f32,
  total: f32,
}

// Turns a lane's half of its row's scores into weights, a word of two quads at a time. Which quad is read first alternates
// every four rows: eight lanes then read from different banks.
fn weigh(tile: u32, lane: u32, start: u32, length: u32, reference: f32) -> Weighed {
  let row = lane % 16u;
  let odd = row / 4u % 2u;
  var highest = vec4<f32>(LOWEST);
  var total = vec4<f32>(0.0);
  for (var block = 0u; block < BLOCKS; block++) {
    for (var i = 0u; i < 2u; i++) {
      let word = lane / 16u * 2u + i;
      let a = word * 2u + odd;
      let b = word * 2u + 1u - odd;
      let a_scores = visible(scores[tile + block][row * 10u + a], start + block * 32u + a * 4u, length);
      let b_scores = visible(scores[tile + block][row * 10u + b], start + block * 32u + b * 4u, length);
      let a_weights = to_halves(exp2(a_scores - reference));
      let b_weights = to_halves(exp2(b_scores - reference));
      weights[tile + block][row * 5u + word] =
        select(vec4<u32>(a_weights, b_weights), vec4<u32>(b_weights, a_weights), odd == 1u);
      highest = max(highest, max(a_scores, b_scores));
      total += from_halves(a_weights) + from_halves(b_weights);
    }
  }
  return Weighed(max(max(highest.x, highest.y), max(highest.z, highest.w)), dot(total, vec4<f32>(1.0)));
}
