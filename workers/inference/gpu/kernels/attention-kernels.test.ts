// Attention on matrix units compiles. No adapter of the tests has matrix units: Dawn's null backend, which checks shaders and
// runs nothing, lists every feature, though 16 KB of workgroup memory.
import { beforeAll, describe, expect, it } from "vitest";
import {
  type AttentionTile,
  attentionSlicesMerge,
  attentionSubgroupMatrix,
  attentionTileBytes,
  chooseAttentionTile,
  countMatrixSlices,
} from "./attention-kernels";

let device: GPUDevice;
let gpu: GPU; // Dawn's instance dies with its JavaScript object, the device with it

beforeAll(async () => {
  const dawn = await import("webgpu");
  Object.assign(globalThis, dawn.globals);
  gpu = dawn.create(["backend=null", "enable-dawn-features=allow_unsafe_apis"]);
  const adapter = await gpu.requestAdapter();
  if (!adapter) throw new Error("Dawn has no null backend");
  const requiredFeatures = ["shader-f16", "subgroups", "chromium-experimental-subgroup-matrix"];
  device = await adapter.requestDevice({ requiredFeatures: requiredFeatures as GPUFeatureName[] });
});

async function compile(code: string, constants: Record<string, number> = {}): Promise<string> {
  const module = device.createShaderModule({ code });
  const [error] = (await module.getCompilationInfo()).messages.filter(({ type }) => type === "error");
  if (error) return `${error.lineNum}: ${error.message}`;
  return device.createComputePipelineAsync({ layout: "auto", compute: { module, constants } }).then(
    () => "compiled",
    (refusal: Error) => refusal.message,
  );
}

describe("attention on matrix units", () => {
  it.each(["wide", "deep", "small"] as AttentionTile[])(
    "compiles with a %s tile, in as much memory as told",
    async (tile) => {
      const { code, constants } = attentionSubgroupMatrix[tile];
      expect(await compile(code, constants)).toContain(
        `The total use of workgroup storage (${attentionTileBytes(tile)} bytes) is larger than the maximum`,
      );
    },
  );

  it("takes the widest tile that fits a workgroup's memory", () => {
    expect(chooseAttentionTile(49152)).toBe("wide");
    expect(chooseAttentionTile(attentionTileBytes("wide"))).toBe("wide");
    expect(chooseAttentionTile(attentionTileBytes("wide") - 1)).toBe("small");
    expect(attentionTileBytes("small")).toBeLessThanOrEqual(32768);
  });

  it("merges its slices into f32 and f16", async () => {
    expect(await compile(attentionSlicesMerge.f32.code)).toBe("compiled");
    expect(await compile(attentionSlicesMerge.f16.code)).toBe("compiled");
  });

  it("cuts few tokens into many slices, and many into as many as there is room for", () => {
    expect(countMatrixSlices(1612, 512)).toBe(3);
    expect(countMatrixSlices(1612, 100)).toBe(16);
    expect(countMatrixSlices(1612, 1)).toBe(64);
    expect(countMatrixSlices(512, 512)).toBe(1);
  });
});
