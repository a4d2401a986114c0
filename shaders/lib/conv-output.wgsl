// Where conv.wgsl writes: u in f32.
@group(0) @binding(4) var<storage, read_write> u: array<vec4<f32>>; // [token_count, channels]
@group(0) @binding(5) var<uniform> params: Params;

fn write_u(at: u32, value: vec4<f32>) {
  u[at] = value;
}
