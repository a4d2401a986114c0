// What the sampling kernels share: the answer's settings and where it stands, logits as sortable keys, sums over a workgroup.
// A key is a logit's bits in an order that unsigned integers have, and any NaN comes first, so that looking for the best
// finds it without arithmetic on what may be no number. A workgroup has a block of tokens, an invocation a run of neighbours:
// many of four on a GPU, few of many on a CPU, where barriers are dear. The kernel declares sampling: Sampling.
override WORKGROUP_SIZE: u32 = 256; // at most 256

struct Sampling {
  // Settings, written before the first token.
  temperature: f32, // above 0; greedy answers have kernels of their own
  repetition_penalty: f32,
  top_p: f32,
  min_p: f32,
  top_k: u32, // 0 is off
  max_tokens: u32,
  context_length: u32,
  end_count: u32,
  // Where the answer stands.
  has_ended: u32,
  forced: u32, // 1 + an id that the CPU has chosen, or 0
  count: u32, // tokens chosen
  position: u32, // tokens in the state
  heard: u32, // tokens that recent has had
  outcome_record: vec4<u32>, // id, outcome, position, count
  ends: array<u32, 16>, // ids that end the answer
  recent: array<u32, RECENT_TOKENS>, // a ring
  random: array<f32, RANDOM_NUMBERS>, // a ring, by count; from 0 to 1, 1 excluded
}

const RECENT_TOKENS = 256u;
const RANDOM_NUMBERS = 512u;
const BLOCK = 1024u; // tokens; also the number of buckets and of candidates
const NAN_KEY = 0xffffffffu;
const INFINITE_KEY = 0xff800000u;
const NOTHING_KEY = 0x007fffffu; // of -Infinity

fn key_of(bits: u32) -> u32 {
  let magnitude = bits & 0x7fffffffu;
  if (magnitude > 0x7f800000u) {
    return NAN_KEY;
  }
  if (magnitude == 0u) {
    return 0x80000000u; // both zeros
  }
  return select(bits | 0x80000000u, ~bits, bits > 0x7fffffffu);
}

fn logit_of(key: u32) -> f32 {
  return bitcast<f32>(select(~key, key & 0x7fffffffu, key >= 0x80000000u));
}

fn run_length() -> u32 {
  return BLOCK / WORKGROUP_SIZE;
}

// A token's probability over the likeliest one's.
fn weight_of(key: u32, best_logit: f32) -> f32 {
  if (key <= NOTHING_KEY) {
    return 0.0;
  }
  return exp((logit_of(key) - best_logit) / sampling.temperature);
}

// Of two (key, id) the better: the larger key, of equal ones the lower id.
fn better(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  return select(a, b, b.x > a.x || (b.x == a.x && b.y < a.y));
}

const STEP = 16u; // what one invocation adds up in a round
var<workgroup> lane_bests: array<vec2<u32>, WORKGROUP_SIZE>;
var<workgroup> lane_sums: array<f32, WORKGROUP_SIZE>;
var<workgroup> group_sums: array<f32, 16>;

// The best of a workgroup, the same on every invocation. All must call it, once.
fn workgroup_best(own: vec2<u32>, local: u32) -> vec2<u32> {
  lane_bests[local] = own;
  workgroupBarrier();
  var best = own;
  if (local % STEP == 0u) {
    for (var i = local + 1u; i < min(local + STEP, WORKGROUP_SIZE); i++) {
      best = better(best, lane_bests[i]);
    }
    lane_bests[local] = best;
  }
  workgroupBarrier();
  best = lane_bests[0];
  for (var i = STEP; i < WORKGROUP_SIZE; i += STEP) {
    best = better(best, lane_bests[i]);
  }
  return best;
}

struct Scan {
  before: f32, // sum over the invocations below
  behind: f32, // and above
  total: f32,
}

// Sums over a workgroup in a fixed order. All invocations must call it, once.
fn workgroup_scan(value: f32, local: u32) -> Scan {
  lane_sums[local] = value;
  workgroupBarrier();
  if (local % STEP == 0u) {
    var sum = 0.0;
    for (var i = local; i < min(local + STEP, WORKGROUP_SIZE); i++) {
      sum += lane_sums[i];
    }
    group_sums[local / STEP] = sum;
  }
  workgroupBarrier();
  let group = local / STEP;
  var result = Scan(0.0, 0.0, 0.0);
  for (var i = 0u; i < (WORKGROUP_SIZE + STEP - 1u) / STEP; i++) {
    result.before += select(0.0, group_sums[i], i < group);
    result.behind += select(0.0, group_sums[i], i > group);
    result.total += group_sums[i];
  }
  for (var i = group * STEP; i < local; i++) {
    result.before += lane_sums[i];
  }
  for (var i = local + 1u; i < min((group + 1u) * STEP, WORKGROUP_SIZE); i++) {
    result.behind += lane_sums[i];
  }
  return result;
}
