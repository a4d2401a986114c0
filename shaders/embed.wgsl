// y[t, :] = w[token_ids[t], :], for ids in [first_row, first_row + row_count)
//
// Dequantises rows of the embedding. A matrix above the binding limit comes in parts by rows, one dispatch each, and a
// part writes only the tokens it holds. One invocation a unit; grid [ceil(units / 64), token_count].
// Includes lib/unit.wgsl and a format.
struct Params {
  units: u32, // columns / 32
  first_row: u32,
  row_count: u32,
  plane_1: u32,
  plane_2: u32,
  plane_3: u32,
}

@group(0) @binding(2) var<storage, read> token_ids: array<u32>;
@group(0) @binding(3) var<storage, read_write> y: array<vec4<f32>>; // [token_count, columns / 4]
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(64)
fn embed(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.x;
  let row = token_ids[id.y] - params.first_row; // wraps below first_row
  if (index >= params.units || row >= params.row_count) {
    return;
  }
  let unit = load_unit(row * params.units + index);
  let runs = id.y * params.units * 8u + unit_runs(index);
  y[runs.x] = unit.scale.x * unit.a0 + unit.offset.x;
  y[runs.x + 1u] = unit.scale.x * unit.a1 + unit.offset.x;
  y[runs.x + 2u] = unit.scale.x * unit.a2 + unit.offset.x;
  y[runs.x + 3u] = unit.scale.x * unit.a3 + unit.offset.x;
  y[runs.y] = unit.scale.y * unit.b0 + unit.offset.y;
  y[runs.y + 1u] = unit.scale.y * unit.b1 + unit.offset.y;
  y[runs.y + 2u] = unit.scale.y * unit.b2 + unit.offset.y;
  y[runs.y + 3u] = unit.scale.y * unit.b3 + unit.offset.y;
}
