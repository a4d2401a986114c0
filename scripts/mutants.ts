// Fifteen bugs as people make them in kernels, each a change of one place in one shader, and the tests that must notice it.
// mutants.mjs runs them.

export interface Mutant {
  readonly bug: string;
  readonly shader: string; // under shaders/
  /** Stands exactly once in the shader: a mutant whose place is gone is an error, not a bug that was caught. */
  readonly find: string;
  readonly replace: string;
  readonly test: string; // under workers/inference/gpu/
  readonly tests: RegExp; // their full names
}

const half = (v: string) =>
  `vec4<f32>(unpack2x16float(pack2x16float(${v}.xy)), unpack2x16float(pack2x16float(${v}.zw)))`;

export const MUTANTS: readonly Mutant[] = [
  {
    bug: "block index off by one",
    shader: "lib/q6-k.wgsl",
    find: "let block = unit >> 3u;",
    replace: "let block = (unit + 1u) >> 3u;",
    test: "matrix.gpu.test.ts",
    tests: /^q6_k dequantises rows/,
  },
  {
    bug: "nibbles swapped",
    shader: "lib/q4-0.wgsl",
    find: "low_nibbles(quants.w)",
    replace: "high_nibbles(quants.w)",
    test: "matrix.gpu.test.ts",
    tests: /^q4_0 dequantises rows/,
  },
  {
    bug: "barrier missing",
    shader: "lib/reduce.wgsl",
    find: "  workgroupBarrier();\n",
    replace: "",
    test: "kernels/norms.gpu.test.ts",
    tests: /false\) rms_norm of 2560 values/,
  },
  {
    bug: "scale of another group",
    shader: "lib/q5-k.wgsl",
    find: "scales_and_minima(header, sub_block)",
    replace: "scales_and_minima(header, sub_block & 4u)",
    test: "matrix.gpu.test.ts",
    tests: /^q5_k dequantises rows/,
  },
  {
    bug: "stale state of the convolution",
    shader: "conv.wgsl",
    find: "if (count > 4) {",
    replace: "if (count > 16) {",
    test: "kernels/conv.gpu.test.ts",
    tests: /of 512 channels over 5 tokens/,
  },
  {
    bug: "epsilon lost",
    shader: "rms-norm.wgsl",
    find: " + params.epsilon",
    replace: "",
    test: "kernels/norms.gpu.test.ts",
    tests: /rms_norm of values of/,
  },
  {
    bug: "tail of K dropped",
    shader: "lib/rows.wgsl",
    find: "index < params.units; index += LANES",
    replace: "index < params.units / LANES * LANES; index += LANES",
    test: "kernels/token-kernels.gpu.test.ts",
    tests: /^token_matvec of q4_0 /,
  },
  {
    bug: "heads of keys mapped wrongly",
    shader: "attention.wgsl",
    find: "head * params.kv_head_count / params.head_count",
    replace: "head % params.kv_head_count",
    test: "kernels/attention.gpu.test.ts",
    tests: /of 4\/2 heads/,
  },
  {
    bug: "bias of dt dropped",
    shader: "lib/channel-step.wgsl",
    find: "softplus(totals.x * factors.x + bias.x)",
    replace: "softplus(totals.x * factors.x)",
    test: "kernels/mamba-step.gpu.test.ts",
    tests: /of 32 channels in q4_0/,
  },
  {
    bug: "softplus without its guard",
    shader: "lib/activations.wgsl",
    find: "max(x, 0.0) + log1p_unit(exp(-abs(x)))",
    replace: "log(1.0 + exp(x))",
    test: "kernels/scan.gpu.test.ts",
    tests: /^scan with large steps/,
  },
  {
    bug: "sign of A",
    shader: "scan-chunk.wgsl",
    find: "exp2(dt_dx.x * a_log2)",
    replace: "exp2(-dt_dx.x * a_log2)",
    test: "kernels/scan.gpu.test.ts",
    tests: /^scan_chunk of 48 channels/,
  },
  {
    bug: "skip by D lost",
    shader: "scan-chunk.wgsl",
    find: "var sums = d * now.u;",
    replace: "var sums = vec4<f32>(0.0);",
    test: "kernels/scan.gpu.test.ts",
    tests: /^scan_chunk of 48 channels/,
  },
  {
    bug: "mask lets the next position through",
    shader: "attention-chunk.wgsl",
    find: "positions < vec4<u32>(min(end, row_length(row)))",
    replace: "positions <= vec4<u32>(min(end, row_length(row)))",
    test: "kernels/attention-chunk.gpu.test.ts",
    tests: /stands scores of a magnitude/,
  },
  {
    bug: "state kept in f16",
    shader: "scan.wgsl",
    find: "state[c * 4u] = h0;",
    replace: `state[c * 4u] = ${half("h0")};`,
    test: "kernels/scan.gpu.test.ts",
    tests: /^scan of 48 channels/,
  },
  {
    bug: "rows a wrong stride apart",
    shader: "matmul.wgsl",
    find: "token * params.row_stride + params.first_row",
    replace: "token * params.row_count + params.first_row",
    test: "matrix.gpu.test.ts",
    tests: /^matmul gives the same bits from a matrix in parts/,
  },
];
