// results[i] = sum of eight chains that each began at i + chain and took x = fma(x, factor, term) `rounds` times, four wide.
//
// Grid: results / WORKGROUP_SIZE workgroups. Chains depend on nothing but themselves, so that multiply-adds wait for none; what
// it reaches is the arithmetic in f32 that products could have without matrix units.

override WORKGROUP_SIZE: u32 = 256;

struct Params {
  rounds: u32,
  factor: f32,
  term: f32,
}

@group(0) @binding(0) var<storage, read_write> results: array<vec4<f32>>;
@group(0) @binding(1) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP_SIZE)
fn arithmetic(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= arrayLength(&results)) {
    return;
  }
  let factor = vec4<f32>(params.factor);
  let term = vec4<f32>(params.term);
  let start = vec4<f32>(f32(id.x));
  var a = start;
  var b = start + 1.0;
  var c = start + 2.0;
  var d = start + 3.0;
  var e = start + 4.0;
  var f = start + 5.0;
  var g = start + 6.0;
  var h = start + 7.0;
  for (var round = 0u; round < params.rounds; round++) {
    a = fma(a, factor, term);
    b = fma(b, factor, term);
    c = fma(c, factor, term);
    d = fma(d, factor, term);
    e = fma(e, factor, term);
    f = fma(f, factor, term);
    g = fma(g, factor, term);
    h = fma(h, factor, term);
  }
  results[id.x] = ((a + b) + (c + d)) + ((e + f) + (g + h));
}
