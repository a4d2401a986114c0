// Rows of a matrix times one token's vector. LANES neighbouring invocations share four rows: each loads a unit's x once for
// all four, and they add up at the end. A workgroup holds WORKGROUP_SIZE / LANES such groups. LANES is 16 or less, or a
// multiple of 16. No staging, and one barrier up to 16 lanes, two above.
// Includes lib/unit.wgsl with a format, and lib/striped.wgsl; the kernel declares x and params.units.
override LANES: u32 = 16;
override WORKGROUP_SIZE: u32 = 64;

const STEP = 16u; // sums that one invocation adds up in a round

var<workgroup> partial_sums: array<vec4<f32>, WORKGROUP_SIZE>;
var<workgroup> partial_squares: array<f32, WORKGROUP_SIZE>;

struct InputUnit {
  a0: vec4<f32>,
  a1: vec4<f32>,
  a2: vec4<f32>,
  a3: vec4<f32>,
  b0: vec4<f32>,
  b1: vec4<f32>,
  b2: vec4<f32>,
  b3: vec4<f32>,
  sums: vec2<f32>, // of each run, for the offsets
}

// Of the vector that starts at x[start].
fn load_input_from(index: u32, start: u32) -> InputUnit {
  let runs = unit_runs(index);
  let stride = stripe_stride(params.units);
  let a = start + striped(runs.x, stride);
  let b = start + striped(runs.y, stride);
  let a0 = x[a];
  let a1 = x[a + stride];
  let a2 = x[a + 2u * stride];
  let a3 = x[a + 3u * stride];
  let b0 = x[b];
  let b1 = x[b + stride];
  let b2 = x[b + 2u * stride];
  let b3 = x[b + 3u * stride];
  let sums = vec2<f32>(dot(a0 + a1 + a2 + a3, vec4<f32>(1.0)), dot(b0 + b1 + b2 + b3, vec4<f32>(1.0)));
  return InputUnit(a0, a1, a2, a3, b0, b1, b2, b3, sums);
}

fn load_input(index: u32) -> InputUnit {
  return load_input_from(index, 0u);
}

fn dot_unit(w: Unit, t: InputUnit) -> f32 {
  let first = w.a0 * t.a0 + w.a1 * t.a1 + w.a2 * t.a2 + w.a3 * t.a3;
  let second = w.b0 * t.b0 + w.b1 * t.b1 + w.b2 * t.b2 + w.b3 * t.b3;
  let sums = vec2<f32>(dot(first, vec4<f32>(1.0)), dot(second, vec4<f32>(1.0)));
  return dot(w.scale, sums) + dot(w.offset, t.sums);
}

// A lane's share of four rows, given as the first unit of each.
fn multiply_rows(starts: vec4<u32>, lane: u32) -> vec4<f32> {
  var sums = vec4<f32>(0.0);
  for (var index = lane; index < params.units; index += LANES) {
    let w0 = load_unit(starts.x + index);
    let w1 = load_unit(starts.y + index);
    let w2 = load_unit(starts.z + index);
    let w3 = load_unit(starts.w + index);
    let t = load_input(index);
    sums += vec4<f32>(dot_unit(w0, t), dot_unit(w1, t), dot_unit(w2, t), dot_unit(w3, t));
  }
  return sums;
}

// The first units of four rows; rows past the end repeat the last.
fn row_starts(row: u32, row_count: u32) -> vec4<u32> {
  return min(vec4<u32>(row) + vec4<u32>(0u, 1u, 2u, 3u), vec4<u32>(row_count - 1u)) * params.units;
}

struct Totals {
  sums: vec4<f32>,
  squares: f32,
}

fn add_up(first: u32, count: u32, step: u32) -> Totals {
  var totals = Totals(vec4<f32>(0.0), 0.0);
  for (var i = 0u; i < count; i++) {
    totals.sums += partial_sums[first + i * step];
    totals.squares += partial_squares[first + i * step];
  }
  return totals;
}

// Adds up each group's lanes. Every invocation must call it; invocation g < WORKGROUP_SIZE / LANES gets group g's totals.
fn reduce_rows(sums: vec4<f32>, squares: f32, local: u32) -> Totals {
  partial_sums[local] = sums;
  partial_squares[local] = squares;
  workgroupBarrier();
  if (LANES > STEP) {
    if (local < WORKGROUP_SIZE / STEP) {
      let totals = add_up(local * STEP, STEP, 1u);
      partial_sums[local * STEP] = totals.sums;
      partial_squares[local * STEP] = totals.squares;
    }
    workgroupBarrier();
  }
  let step = select(1u, STEP, LANES > STEP);
  if (local < WORKGROUP_SIZE / LANES) {
    return add_up(local * LANES, LANES / step, step);
  }
  return Totals(vec4<f32>(0.0), 0.0);
}
