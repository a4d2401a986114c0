// Attention of a chunk on matrix units against f64. The tests' adapter has no matrix units: their functions are emulated,
// everything else is the shader that runs on a GPU.
import { describe, expect, it } from "vitest";
import { type Gpu, openGpu } from "../device";
import {
  type AttentionTile,
  attentionSlicesMerge,
  attentionSubgroupMatrix,
  countMatrixSlices,
  countTileRows,
} from "./attention-kernels";
import { emulateAttention } from "./emulate-attention";
import { halfValues } from "./half-bits";
import type { KvFormat } from "./layer-kernels";
import { keepPipelines, normalisedError, runKernel } from "./run-kernel";
import { type AttentionShape, makeAttentionCase } from "./test-attention";

let opened: Promise<Gpu> | undefined;
const ownGpu = () => {
  opened ??= openGpu(navigator.gpu).then(keepPipelines); // with more workgroup memory than the default
  return opened;
};

interface Options {
  readonly format: KvFormat;
  readonly tile: AttentionTile;
}

async function run(shape: AttentionShape, { format = "f32", tile = "small" }: Partial<Options> = {}) {
  const { headCount, kvHeadCount, headSize, position, tokens, slices } = shape;
  const { q, keys, values, expected } = await makeAttentionCase(shape, "f16");
  const slice_tokens = slices * tokens;
  const { partial } = await runKernel({
    source: emulateAttention(attentionSubgroupMatrix[tile], tile === "wide"),
    inputs: { q, keys, values },
    outputs: { partial: slice_tokens * headCount * (headSize + 2) },
    params: {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      units: headSize / 8,
      slice_tokens,
      scale: headSize ** -0.5 * Math.LOG2E,
    },
    grid: (count) => [
      Math.ceil((count * headCount) / kvHeadCount / countTileRows(tile)),
      kvHeadCount,
      countMatrixSlices(slice_tokens, count),
    ],
    tokenCount: tokens,
    position,
    gpu: await ownGpu(),
  });
  const cells = headSize / 4;
  const { y } = await runKernel({
    source: attentionSlicesMerge[format],
    inputs: { partial: partial as Float32Array },
    outputs: { y: (tokens * headCount * headSize) / (format === "f16" ? 2 : 1) },
    params: { head_count: headCount, cells, slice_tokens },
    grid: (count) => [Math.ceil((headCount * cells) / 64), count],
    tokenCount: tokens,
    position,
  });
  const found = y as Float32Array;
  return { found: format === "f32" ? found : halfValues(new Uint32Array(found.buffer)), expected };
}

describe("attention on matrix units", () => {
  it.each<AttentionShape>([
    { headCount: 1, kvHeadCount: 1, headSize: 16, position: 0, tokens: 1, slices: 1 },
    { headCount: 4, kvHeadCount: 1, headSize: 64, position: 0, tokens: 17, slices: 3 },
    { headCount: 4, kvHeadCount: 2, headSize: 32, position: 29, tokens: 35, slices: 2 },
    { headCount: 2, kvHeadCount: 2, headSize: 112, position: 250, tokens: 3, slices: 2 },
    { headCount: 20, kvHeadCount: 1, headSize: 128, position: 0, tokens: 7, slices: 1 },
    { headCount: 20, kvHeadCount: 1, headSize: 128, position: 390, tokens: 4, slices: 3 },
  ])(
    "of $headCount/$kvHeadCount heads of $headSize, $tokens from $position, $slices slices",
    async (shape) => {
      const { found, expected } = await run(shape);
      expect(normalisedError(found, expected)).toBeLessThan(1e-6); // keys, values, queries and weights in 11 bits
    },
  );

  it.each<AttentionShape>([
    { headCount: 1, kvHeadCount: 1, headSize: 16, position: 0, tokens: 1, slices: 1 },
    { headCount: 4, kvHeadCount: 2, headSize: 48, position: 29, tokens: 67, slices: 2 },
    { headCount: 20, kvHeadCount: 1, headSize: 128, position: 390, tokens: 9, slices: 3, keyGrowth: 0.01 },
  ])("in a wide tile, $headCount/$kvHeadCount heads of $headSize, $tokens from $position", async (shape) => {
    const { found, expected } = await run(shape, { tile: "wide" });
    expect(normalisedError(found, expected)).toBeLessThan(1e-5); // scores in 11 bits too, as they do not fit otherwise
  });

  it("writes f16 for the product that follows", async () => {
    const shape = { headCount: 4, kvHeadCount: 1, headSize: 64, position: 5, tokens: 3, slices: 1 };
    const { found, expected } = await run(shape, { format: "f16" });
    expect(normalisedError(found, expected)).toBeLessThan(1e-6);
  });

  it.each([1, 3])("moves the reference as scores grow along the context, %i slices", async (slices) => {
    const shape = { headCount: 4, kvHeadCount: 1, headSize: 32, position: 390, tokens: 6, slices };
    // Scores of up to about 60, each off by up to 2^-12 of itself.
    const { found, expected } = await run({ ...shape, keyGrowth: 0.1 });
    expect(normalisedError(found, expected)).toBeLessThan(1e-4);
  });

  it("gives equal positions equal weights", async () => {
    const shape = { headCount: 2, kvHeadCount: 1, headSize: 16, position: 70, tokens: 2, slices: 1 };
    const { found, expected } = await run({ ...shape, magnitude: 0 });
    expect(normalisedError(found, expected)).toBeLessThan(1e-6);
  });
});
