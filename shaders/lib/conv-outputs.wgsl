// Where conv.wgsl writes when x_proj takes f16: u in f32 for the scan, and in f16. Needs lib/cell-f16.wgsl.
@group(0) @binding(4) var<storage, read_write> u: array<vec4<f32>>; // [token_count, channels]
@group(0) @binding(5) var<storage, read_write> u_half: array<Cell>; // [token_count, channels]
@group(0) @binding(6) var<uniform> params: Params;

fn write_u(at: u32, value: vec4<f32>) {
  u[at] = value;
  u_half[at] = to_cell(value);
}
