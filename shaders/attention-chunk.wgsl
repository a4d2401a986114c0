// One slice of causal attention for a chunk, with an online softmax:
//
//   s[r, p] = scale * dot(q[r], keys[p]),  m = max s,  l = sum exp(s - m),  o = sum exp(s - m) * values[p]
//
// Query rows r are all (token, head) pairs of the heads that share a head of keys and values, one behind the other, so that
// a tile of keys and values serves 64 of them. partial = [o: headSize | m | l], merged by attention-merge.wgsl; the slices
// cut the positions that the workgroup's last token sees. headSize at most 128. f32 throughout, 12 KB of workgroup memory.
//
// A workgroup of 128 takes 64 rows and goes over positions in tiles of 64. Invocation = 8 row lanes by 16 column lanes; its
// rows are row, row + 8, ... Scores: 8 rows by 4 neighbouring positions, headSize in steps of 16. Output: 8 rows by cells
// (four components) column and column + 16, positions in steps of 16. Two invocations of a row never need each other's
// sums but for m, which goes through workgroup memory, and l, which is added up at the end.
// Long because rows are written out: an array whose index is not constant leaves the registers.
// Grid [ceil(token_count * group / 64), kvHeadCount, slices], group = headCount / kvHeadCount.
// Includes lib/step.wgsl, lib/kv-f16.wgsl or lib/kv-f32.wgsl, lib/add-products.wgsl.
struct Params {
  head_count: u32,
  kv_head_count: u32,
  cells: u32, // headSize / 4, at most 32
  slices: u32,
  scale: f32,
}

@group(0) @binding(0) var<storage, read> q: array<vec4<f32>>;            // [token_count, headCount, cells]
@group(0) @binding(1) var<storage, read> keys: array<KvCell>;            // [contextLength, kvHeadCount, cells]
@group(0) @binding(2) var<storage, read> values: array<KvCell>;          // [contextLength, kvHeadCount, cells]
@group(0) @binding(3) var<storage, read_write> partial: array<f32>;      // [token_count, headCount, slices, headSize + 2]
@group(0) @binding(4) var<uniform> params: Params;

const LOWEST = -3.0e38;
const ROWS = 64u;
const POSITIONS = 64u;

// Scores: queries in the first half, keys in the second, each [4 cells, 64], swizzled. Output: values [16 positions, 32 cells].
var<workgroup> staged: array<array<vec4<f32>, 64>, 8>;
// Scores: maxima, [16 column lanes, 2 x 8 row lanes]. Output: weights of four positions, [4, 64 rows].
var<workgroup> shared_rows: array<array<vec4<f32>, 64>, 4>;

// One vector for each of an invocation's rows.
struct Eight {
  a: vec4<f32>,
  b: vec4<f32>,
  c: vec4<f32>,
  d: vec4<f32>,
  e: vec4<f32>,
  f: vec4<f32>,
  g: vec4<f32>,
  h: vec4<f32>,
}

fn group_size() -> u32 {
  return params.head_count / params.kv_head_count;
}

// Where a row's query or output lies, in heads; rows past the end repeat the last.
fn head_index(row: u32, kv_head: u32) -> u32 {
  let last = step.token_count * group_size() - 1u;
  let r = min(row, last);
  return r / group_size() * params.head_count + kv_head * group_size() + r % group_size();
}

// Positions a row sees.
fn row_length(row: u32) -> u32 {
  return step.position + min(row / group_size(), step.token_count - 1u) + 1u;
}

// Puts 16 components from cell `first` on of 64 queries and of 64 keys into workgroup memory, zeros past headSize.
fn stage_scores(local: u32, first: u32, first_row: u32, first_position: u32, end: u32, kv_head: u32) {
  let quad = local % 4u;
  let cell = first + quad;
  for (var i = local / 4u; i < 64u; i += 32u) {
    var query = vec4<f32>(0.0);
    var key = vec4<f32>(0.0);
    if (cell < params.cells) {
      query = params.scale * q[head_index(first_row + i, kv_head) * params.cells + cell];
      let p = min(first_position + i, end - 1u);
      key = unpack_cell(keys[(p * params.kv_head_count + kv_head) * params.cells + cell]);
    }
    staged[quad][i ^ (quad * 2u)] = query;
    staged[4u + quad][i ^ (quad * 2u)] = key;
  }
}

// Scores of the staged components, added on.
fn add_scores(sums: Eight, row: u32, column: u32) -> Eight {
  var s = sums;
  for (var quad = 0u; quad < 4u; quad++) {
    let swizzle = quad * 2u;
    let k = transpose(mat4x4<f32>(
      staged[4u + quad][(column * 4u) ^ swizzle],
      staged[4u + quad][(column * 4u + 1u) ^ swizzle],
      staged[4u + quad][(column * 4u + 2u) ^ swizzle],
      staged[4u + quad][(column * 4u + 3u) ^ swizzle],
    ));
    s.a = add_products(s.a, k, staged[quad][row ^ swizzle]);
    s.b = add_products(s.b, k, staged[quad][(row + 8u) ^ swizzle]);
    s.c = add_products(s.c, k, staged[quad][(row + 16u) ^ swizzle]);
    s.d = add_products(s.d, k, staged[quad][(row + 24u) ^ swizzle]);
    s.e = add_products(s.e, k, staged[quad][(row + 32u) ^ swizzle]);
    s.f = add_products(s.f, k, staged[quad][(row + 40u) ^ swizzle]);
    s.g = add_products(s.g, k, staged[quad][(row + 48u) ^ swizzle]);
    s.h = add_products(s.h, k, staged[quad][(row + 56u) ^ swizzle]);
  }
  return s;
}

fn masked(scores: vec4<f32>, first_position: u32, end: u32, row: u32) -> vec4<f32> {
  let positions = vec4<u32>(first_position) + vec4<u32>(0u, 1u, 2u, 3u);
  return select(vec4<f32>(LOWEST), scores, positions < vec4<u32>(min(end, row_length(row))));
}

fn highest_of(scores: vec4<f32>) -> f32 {
  return max(max(scores.x, scores.y), max(scores.z, scores.w));
}

fn weights_of(scores: vec4<f32>, highest: f32) -> vec4<f32> {
  return select(exp(scores - highest), vec4<f32>(0.0), scores == vec4<f32>(LOWEST));
}

// Puts values of 16 positions into workgroup memory, zeros past headSize.
fn stage_values(local: u32, first_position: u32, end: u32, kv_head: u32) {
  let cell = local % 32u;
  for (var i = local / 32u; i < 16u; i += 4u) {
    var value = vec4<f32>(0.0);
    if (cell < params.cells) {
      let p = min(first_position + i, end - 1u);
      value = unpack_cell(values[(p * params.kv_head_count + kv_head) * params.cells + cell]);
    }
    staged[i / 2u][i % 2u * 32u + cell] = value;
  }
}

// The two cells of an invocation's eight rows.
struct Outputs {
  near: Eight,
  far: Eight,
}

fn add_values(sums: Outputs, row: u32, column: u32) -> Outputs {
  var o = sums;
  for (var quad = 0u; quad < 4u; quad++) {
    let p = quad * 2u; // pairs of positions share a row of `staged`
    let near = mat4x4<f32>(staged[p][column], staged[p][32u + column], staged[p + 1u][column], staged[p + 1u][32u + column]);
    let far = mat4x4<f32>(
      staged[p][16u + column],
      staged[p][48u + column],
      staged[p + 1u][16u + column],
      staged[p + 1u][48u + column],
    );
    let a = shared_rows[quad][row];
    o.near.a = add_products(o.near.a, near, a);
    o.far.a = add_products(o.far.a, far, a);
    let b = shared_rows[quad][row + 8u];
    o.near.b = add_products(o.near.b, near, b);
    o.far.b = add_products(o.far.b, far, b);
    let c = shared_rows[quad][row + 16u];
    o.near.c = add_products(o.near.c, near, c);
    o.far.c = add_products(o.far.c, far, c);
    let d = shared_rows[quad][row + 24u];
    o.near.d = add_products(o.near.d, near, d);
    o.far.d = add_products(o.far.d, far, d);
    let e = shared_rows[quad][row + 32u];
    o.near.e = add_products(o.near.e, near, e);
    o.far.e = add_products(o.far.e, far, e);
    let f = shared_rows[quad][row + 40u];
    o.near.f = add_products(o.near.f, near, f);
    o.far.f = add_products(o.far.f, far, f);
    let g = shared_rows[quad][row + 48u];
    o.near.g = add_products(o.near.g, near, g);
    o.far.g = add_products(o.far.g, far, g);
    let h = shared_rows[quad][row + 56u];
    o.near.h = add_products(o.near.h, near, h);
    o.far.h = add_products(o.far.h, far, h);
  }
  return o;
}

fn scaled(sums: Eight, low: vec4<f32>, high: vec4<f32>) -> Eight {
  return Eight(
    sums.a * low.x,
    sums.b * low.y,
    sums.c * low.z,
    sums.d * low.w,
    sums.e * high.x,
    sums.f * high.y,
    sums.g * high.z,
    sums.h * high.w,
  );
}

fn write_row(row: u32, kv_head: u32, slice: u32, column: u32, near: vec4<f32>, far: vec4<f32>, highest: f32, weight: f32) {
  if (row >= step.token_count * group_size()) {
    return;
  }
  let at = (head_index(row, kv_head) * params.slices + slice) * (params.cells * 4u + 2u);
  for (var i = 0u; i < 4u; i++) {
    if (column < params.cells) {
      partial[at + column * 4u + i] = near[i];
    }
    if (column + 16u < params.cells) {
      partial[at + (column + 16u) * 4u + i] = far[i];
    }
  }
  if (column == 0u) {
    partial[at + params.cells * 4u] = highest;
    partial[at + params.cells * 4u + 1u] = weight;
  }
}

@compute @workgroup_size(128)
fn attention_chunk(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  let kv_head = group.y;
  let row = local % 8u;
  let column = local / 8u;
  let first_row = group.x * ROWS;
  let length = row_length(first_row + ROWS - 1u);
  let tile_count = (length + POSITIONS - 1u) / POSITIONS;
  let first = group.z * tile_count / params.slices * POSITIONS;
  let end = min((group.z + 1u) * tile_count / params.slices * POSITIONS, length);
  let zeros = vec4<f32>(0.0);
  let eight_zeros = Eight(zeros, zeros, zeros, zeros, zeros, zeros, zeros, zeros);
  var o = Outputs(eight_zeros, eight_zeros);
  var low_highest = vec4<f32>(LOWEST); // of rows 0, 8, 16, 24 from row on
  var high_highest = vec4<f32>(LOWEST); // of the next four
  var low_weight = zeros; // of this invocation's columns alone
  var high_weight = zeros;
  for (var start = first; start < end; start += POSITIONS) {
    var s = eight_zeros;
    for (var cell = 0u; cell < params.cells; cell += 4u) {
      workgroupBarrier(); // what is staged is used up
      stage_scores(local, cell, first_row, start, end, kv_head);
      workgroupBarrier();
      s = add_scores(s, row, column);
    }
    let p = start + column * 4u;
    let r = first_row + row;
    s = Eight(
      masked(s.a, p, end, r),
      masked(s.b, p, end, r + 8u),
      masked(s.c, p, end, r + 16u),
      masked(s.d, p, end, r + 24u),
      masked(s.e, p, end, r + 32u),
      masked(s.f, p, end, r + 40u),
      masked(s.g, p, end, r + 48u),
      masked(s.h, p, end, r + 56u),
    );
    // shared_rows was read before the barriers above.
    let at = column % 4u * 16u + row;
    shared_rows[column / 4u][at] = vec4<f32>(highest_of(s.a), highest_of(s.b), highest_of(s.c), highest_of(s.d));
    shared_rows[column / 4u][at + 8u] = vec4<f32>(highest_of(s.e), highest_of(s.f), highest_of(s.g), highest_of(s.h));
    workgroupBarrier();
    var low_now = low_highest;
    var high_now = high_highest;
    for (var i = 0u; i < 16u; i++) {
      low_now = max(low_now, shared_rows[i / 4u][i % 4u * 16u + row]);
      high_now = max(high_now, shared_rows[i / 4u][i % 4u * 16u + 8u + row]);
    }
    let low_scale = exp(low_highest - low_now);
    let high_scale = exp(high_highest - high_now);
    low_highest = low_now;
    high_highest = high_now;
    s = Eight(
      weights_of(s.a, low_now.x),
      weights_of(s.b, low_now.y),
      weights_of(s.c, low_now.z),
      weights_of(s.d, low_now.w),
      weights_of(s.e, high_now.x),
      weights_of(s.f, high_now.y),
      weights_of(s.g, high_now.z),
      weights_of(s.h, high_now.w),
    );
    let ones = vec4<f32>(1.0);
    low_weight = low_weight * low_scale + vec4<f32>(dot(s.a, ones), dot(s.b, ones), dot(s.c, ones), dot(s.d, ones));
    high_weight = high_weight * high_scale + vec4<f32>(dot(s.e, ones), dot(s.f, ones), dot(s.g, ones), dot(s.h, ones));
    o = Outputs(scaled(o.near, low_scale, high_scale), scaled(o.far, low_scale, high_scale));
    for (var part = 0u; part < 4u; part++) {
      workgroupBarrier(); // what is staged and shared is used up
      if (column / 4u == part) {
        let to = column % 4u;
        shared_rows[to][row] = s.a;
        shared_rows[to][row + 8u] = s.b;
        shared_rows[to][row + 16u] = s.c;
        shared_rows[to][row + 24u] = s.d;
        shared_rows[to][row + 32u] = s.e;
        shared_rows[to][row + 40u] = s.f;
        shared_rows[to][row + 48u] = s.g;
        shared_rows[to][row + 56u] = s.h;
      }
      stage_values(local, start + part * 16u, end, kv_head);
      workgroupBarrier();
      o = add_values(o, row, column);
    }
  }
  workgroupBarrier();
  let at = column % 4u * 16u + row;
  shared_rows[column / 4u][at] = low_weight;
  shared_rows[column / 4u][at + 8u] = high_weight;
  workgroupBarrier();
  var low_total = zeros;
  var high_total = zeros;
  for (var i = 0u; i < 16u; i++) {
    low_total += shared_rows[i / 4u][i % 4u * 16u + row];
    high_total += shared_rows[i / 4u][i % 4u * 16u + 8u + row];
  }
  let r = first_row + row;
  let z = group.z;
  write_row(r, kv_head, z, column, o.near.a, o.far.a, low_highest.x, low_total.x);
  write_row(r + 8u, kv_head, z, column, o.near.b, o.far.b, low_highest.y, low_total.y);
  write_row(r + 16u, kv_head, z, column, o.near.c, o.far.c, low_highest.z, low_total.z);
  write_row(r + 24u, kv_head, z, column, o.near.d, o.far.d, low_highest.w, low_total.w);
  write_row(r + 32u, kv_head, z, column, o.near.e, o.far.e, high_highest.x, high_total.x);
  write_row(r + 40u, kv_head, z, column, o.near.f, o.far.f, high_highest.y, high_total.y);
  write_row(r + 48u, kv_head, z, column, o.near.g, o.far.g, high_highest.z, high_total.z);
  write_row(r + 56u, kv_head, z, column, o.near.h, o.far.h, high_highest.w, high_total.w);
}
