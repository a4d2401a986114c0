// sums[i] = sum over k of cells[i + k * stride]: reads every cell once, 16 bytes a load.
//
// Grid: stride / WORKGROUP_SIZE workgroups. Four loads in flight an invocation; neighbours read neighbouring cells. What it
// reaches is the bandwidth that the other kernels are held against.

override WORKGROUP_SIZE: u32 = 256;

struct Params {
  rounds: u32,
  stride: u32,
}

@group(0) @binding(0) var<storage, read> cells: array<vec4<u32>>;       // [rounds, 4, stride]
@group(0) @binding(1) var<storage, read_write> sums: array<vec4<u32>>;  // [stride]
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn read_bandwidth(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= params.stride) {
    return;
  }
  var sum = vec4<u32>(0u);
  var at = id.x;
  for (var round = 0u; round < params.rounds; round++) {
    let a = cells[at];
    let b = cells[at + params.stride];
    let c = cells[at + 2u * params.stride];
    let d = cells[at + 3u * params.stride];
    sum += (a + b) + (c + d);
    at += 4u * params.stride;
  }
  sums[id.x] = sum;
}
