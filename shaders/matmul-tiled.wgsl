// y[t, first_row + r] = sum over k of w[r, k] * x[t, k]   (+ y[t, first_row + r] when accumulate is 1)
//
// A chunk of tokens on a GPU. A workgroup of 128 computes 64 rows of 128 tokens, an invocation 8 rows of 8 tokens. A stage
// is one run of 16 columns: the workgroup puts it into workgroup memory as cells of four columns (cell-f32: 12 KB, or
// cell-f16: 6 KB), and fetches the next one before it multiplies. f32 accumulators.
//
// Eight neighbouring invocations have neighbouring rows, so that reads of w are of neighbouring cells, those of x of one,
// and y is written in whole sectors. x cells of a token are fetched by four neighbours and would fall on the same banks of
// workgroup memory: the swizzle spreads them.
// Includes lib/step.wgsl, lib/unit.wgsl, a format, lib/tile.wgsl, a cell, lib/add-products.wgsl.
var<workgroup> w_tile: array<array<Cell, 64>, 4>;  // [4 cells of columns, rows]
var<workgroup> x_tile: array<array<Cell, 128>, 4>; // [4 cells of columns, tokens], swizzled

fn w_cells(quad: u32, row: u32) -> mat4x4<f32> {
  return transpose(mat4x4<f32>(
    from_cell(w_tile[quad][row]),
    from_cell(w_tile[quad][row + 8u]),
    from_cell(w_tile[quad][row + 16u]),
    from_cell(w_tile[quad][row + 24u]),
  ));
}

fn x_cell(quad: u32, token: u32) -> vec4<f32> {
  return from_cell(x_tile[quad][token ^ (quad * SWIZZLE)]);
}

fn write_rows(slice: u32, token: u32, row: u32, low: vec4<f32>, high: vec4<f32>) {
  for (var i = 0u; i < 4u; i++) {
    write(slice, token, row + 8u * i, low[i]);
    write(slice, token, row + 32u + 8u * i, high[i]);
  }
}

@compute @workgroup_size(128)
fn matmul_tiled(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  let slice = group.z;
  let range = slice_range(slice);
  // What this invocation fetches: half a run of one row, and a cell of each of four tokens.
  let fetched_row = local % 64u;
  let fetched_half = local / 64u;
  let fetched_quad = local % 4u;
  let fetched_token = local / 4u;
  let row_units = row_start(group.x * TILE_ROWS + fetched_row);
  let token0 = group.y * TILE_TOKENS + fetched_token;
  let start0 = token_start(token0) + fetched_quad;
  let start1 = token_start(token0 + 32u) + fetched_quad;
  let start2 = token_start(token0 + 64u) + fetched_quad;
  let start3 = token_start(token0 + 96u) + fetched_quad;
  let x_column = fetched_token ^ (fetched_quad * SWIZZLE);
  // What it computes.
  let row = local % 8u;
  let token = local / 32u * 32u + local / 8u % 4u;
  // Eight tokens; low has rows 0, 8, 16, 24 from row on, high the next four.
  var low0 = vec4<f32>(0.0);
  var low1 = vec4<f32>(0.0);
  var low2 = vec4<f32>(0.0);
  var low3 = vec4<f32>(0.0);
  var low4 = vec4<f32>(0.0);
  var low5 = vec4<f32>(0.0);
  var low6 = vec4<f32>(0.0);
  var low7 = vec4<f32>(0.0);
  var high0 = vec4<f32>(0.0);
  var high1 = vec4<f32>(0.0);
  var high2 = vec4<f32>(0.0);
  var high3 = vec4<f32>(0.0);
  var high4 = vec4<f32>(0.0);
  var high5 = vec4<f32>(0.0);
  var high6 = vec4<f32>(0.0);
  var high7 = vec4<f32>(0.0);

  // One more round than stages: the first only fetches, the last only multiplies, so that each is in the code once.
  let end = range.y * 2u;
  for (var stage = range.x * 2u; stage <= end; stage++) {
    let fetched = min(stage, params.units * 2u - 1u);
    let runs = unit_runs(fetched / 2u);
    let run = select(runs.x, runs.y, fetched % 2u == 1u);
    let w = load_eight(row_units + fetched / 2u, fetched % 2u * 2u + fetched_half);
    let x0 = x[start0 + run];
    let x1 = x[start1 + run];
    let x2 = x[start2 + run];
    let x3 = x[start3 + run];
    if (stage > range.x * 2u) {
      for (var quad = 0u; quad < 4u; quad++) {
        let w_low = w_cells(quad, row);
        let w_high = w_cells(quad, row + 32u);
        let t0 = x_cell(quad, token);
        low0 = add_products(low0, w_low, t0);
        high0 = add_products(high0, w_high, t0);
        let t1 = x_cell(quad, token + 4u);
        low1 = add_products(low1, w_low, t1);
        high1 = add_products(high1, w_high, t1);
        let t2 = x_cell(quad, token + 8u);
        low2 = add_products(low2, w_low, t2);
        high2 = add_products(high2, w_high, t2);
        let t3 = x_cell(quad, token + 12u);
        low3 = add_products(low3, w_low, t3);
        high3 = add_products(high3, w_high, t3);
        let t4 = x_cell(quad, token + 16u);
        low4 = add_products(low4, w_low, t4);
        high4 = add_products(high4, w_high, t4);
        let t5 = x_cell(quad, token + 20u);
        low5 = add_products(low5, w_low, t5);
        high5 = add_products(high5, w_high, t5);
        let t6 = x_cell(quad, token + 24u);
        low6 = add_products(low6, w_low, t6);
        high6 = add_products(high6, w_high, t6);
        let t7 = x_cell(quad, token + 28u);
        low7 = add_products(low7, w_low, t7);
        high7 = add_products(high7, w_high, t7);
      }
    }
    workgroupBarrier(); // the tiles are used up
    w_tile[fetched_half * 2u][fetched_row] = to_cell(w.first);
    w_tile[fetched_half * 2u + 1u][fetched_row] = to_cell(w.second);
    x_tile[fetched_quad][x_column] = to_cell(x0);
    x_tile[fetched_quad][x_column + 32u] = to_cell(x1);
    x_tile[fetched_quad][x_column + 64u] = to_cell(x2);
    x_tile[fetched_quad][x_column + 96u] = to_cell(x3);
    workgroupBarrier();
  }
  let first_row = group.x * TILE_ROWS + row;
  let first_token = group.y * TILE_TOKENS + token;
  write_rows(slice, first_token, first_row, low0, high0);
  write_rows(slice, first_token + 4u, first_row, low1, high1);
  write_rows(slice, first_token + 8u, first_row, low2, high2);
  write_rows(slice, first_token + 12u, first_row, low3, high3);
  write_rows(slice, first_token + 16u, first_row, low4, high4);
  write_rows(slice, first_token + 20u, first_row, low5, high5);
  write_rows(slice, first_token + 24u, first_row, low6, high6);
  write_rows(slice, first_token + 28u, first_row, low7, high7);
}
