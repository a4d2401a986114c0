// Rows of a matrix times one token's vector of int16 activations. LANES neighbouring invocations share a row, or two that
// share the loads of x; a workgroup holds ROWS of them. Sizes and trip counts are known when the pipeline is made: a
// compiler can have many loads under way, and none waits for params.
//
// Activations are integers of 16 bits, eight of them with a scale of their own, each as a high and a low byte of which the
// low one is signed, too: value = scale * (256 * high + low). A product is then two dot products of bytes, which GPUs have
// an instruction for, and errs by about 1e-9; bytes alone would err by 4e-5, too much for a close choice between tokens.
//
// The vector x: [columns / 16] runs of sixteen high bytes, as many of low bytes, [columns / 16] pairs of (scale, scaled sum)
// of eight values each, and [columns / 32] vectors of squares, one number for every eight values: what a folded norm needs.
// Includes lib/int16-unit.wgsl with a format; the kernel declares x: array<vec4<u32>>.
override LANES: u32 = 16;
override WORKGROUP_SIZE: u32 = 256;
override UNITS: u32 = 80; // columns / 32
override EPSILON: f32 = 1e-6; // of the norms

override ROWS_A_GROUP: u32 = 2; // of lanes: 1 or 2
override ROWS: u32 = ROWS_A_GROUP * WORKGROUP_SIZE / LANES;

// With a name, as Firefox 153 crashes on a size that is an expression (Naga, while it makes the pipeline).
override PARTIALS: u32 = WORKGROUP_SIZE + WORKGROUP_SIZE / LANES;

var<workgroup> partials: array<vec2<f32>, PARTIALS>;

const RUNS_A_UNIT = 2u;

// (sum of weight * value, sum of value) over a run of the vector that starts at x[start].
fn dot_run(weights: vec4<u32>, run: u32, start: u32) -> vec2<f32> {
  let high = x[start + run];
  let low = x[start + RUNS_A_UNIT * UNITS + run];
  let scales = bitcast<vec4<f32>>(x[start + 2u * RUNS_A_UNIT * UNITS + run]);
  let near_high = dot4I8Packed(weights.x, high.x) + dot4I8Packed(weights.y, high.y);
  let near_low = dot4I8Packed(weights.x, low.x) + dot4I8Packed(weights.y, low.y);
  let far_high = dot4I8Packed(weights.z, high.z) + dot4I8Packed(weights.w, high.w);
  let far_low = dot4I8Packed(weights.z, low.z) + dot4I8Packed(weights.w, low.w);
  let near = f32(near_high * 256 + near_low);
  let far = f32(far_high * 256 + far_low);
  return vec2<f32>(near * scales.x + far * scales.z, scales.y + scales.w);
}

fn dot_bytes_from(unit: ByteUnit, index: u32, start: u32) -> f32 {
  let runs = unit_runs(index) / 4u;
  let a = dot_run(unit.a, runs.x, start);
  let b = dot_run(unit.b, runs.y, start);
  return unit.scale.x * a.x + unit.scale.y * b.x + unit.offset.x * a.y + unit.offset.y * b.y;
}

fn dot_bytes(unit: ByteUnit, index: u32) -> f32 {
  return dot_bytes_from(unit, index, 0u);
}

// This lane's share of its group's rows; rows past the end repeat the last.
fn multiply_rows(first_row: u32, row_count: u32, local: u32) -> vec2<f32> {
  let row = first_row + local / LANES * ROWS_A_GROUP;
  let start = min(row, row_count - 1u) * UNITS;
  let next_start = min(row + 1u, row_count - 1u) * UNITS;
  var sums = vec2<f32>(0.0);
  for (var k = 0u; k < (UNITS + LANES - 1u) / LANES; k++) {
    let index = k * LANES + local % LANES;
    if (UNITS % LANES == 0u || index < UNITS) {
      let unit = load_bytes(start + index);
      if (ROWS_A_GROUP == 1u) {
        sums.x += dot_bytes(unit, index);
      } else {
        let next_unit = load_bytes(next_start + index);
        sums += vec2<f32>(dot_bytes(unit, index), dot_bytes(next_unit, index));
      }
    }
  }
  return sums;
}

fn put_partials(values: vec2<f32>, local: u32) {
  partials[local + local / LANES] = values;
}

// What a group of lanes adds up to, after a barrier.
fn sum_group(group: u32) -> vec2<f32> {
  var sums = vec2<f32>(0.0);
  for (var i = 0u; i < LANES; i++) {
    sums += partials[group * (LANES + 1u) + i];
  }
  return sums;
}

// The same of one of the workgroup's rows.
fn sum_row(row: u32) -> f32 {
  let sums = sum_group(row / ROWS_A_GROUP);
  return select(sums.x, sums.y, row % ROWS_A_GROUP == 1u);
}

// What a norm folded into the product needs of x: put before a barrier, the factor after it.
var<workgroup> square_partials: array<f32, LANES>;

fn sum_squares(lane: u32, start: u32) -> f32 {
  var sum = vec4<f32>(0.0);
  for (var k = 0u; k < (UNITS + LANES - 1u) / LANES; k++) {
    let index = k * LANES + lane;
    if (UNITS % LANES == 0u || index < UNITS) {
      sum += bitcast<vec4<f32>>(x[start + 3u * RUNS_A_UNIT * UNITS + index]);
    }
  }
  return dot(sum, vec4<f32>(1.0));
}

fn put_squares(local: u32) {
  if (local < LANES) {
    square_partials[local] = sum_squares(local, 0u);
  }
}

fn norm_factor() -> f32 {
  var squares = 0.0;
  for (var i = 0u; i < LANES; i++) {
    squares += square_partials[i];
  }
  return inverseSqrt(squares / f32(UNITS * 32u) + EPSILON);
}
