// The products on matrix units compile for every tensor type and tile. No adapter of the tests has matrix units: Dawn's null
// backend, which checks shaders and runs nothing, lists every feature.
import { beforeAll, describe, expect, it } from "vitest";
import type { KernelSource } from "../kernel";
import { gatedSubgroupMatrix, matmulSubgroupMatrix, TILES, type Tile, tileBytes } from "./subgroup-matrix";

const sources: [string, KernelSource][] = Object.entries({
  matmulSubgroupMatrix,
  gatedSubgroupMatrix,
}).flatMap(([kind, ofTile]) =>
  (Object.keys(ofTile) as Tile[]).flatMap((tile) =>
    Object.entries<KernelSource>(ofTile[tile]).map(([type, source]): [string, KernelSource] => [
      `${kind} ${tile} ${type}`,
      source,
    ]),
  ),
);

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

async function errorsOf(code: string): Promise<string[]> {
  device.pushErrorScope("validation");
  const info = await device.createShaderModule({ code }).getCompilationInfo();
  await device.popErrorScope();
  return info.messages
    .filter(({ type }) => type === "error")
    .map(({ message, lineNum }) => `${lineNum}: ${message}`);
}

describe("products on matrix units", () => {
  it.each(sources)("compile: %s", async (_, { code }) => {
    expect(await errorsOf(code)).toEqual([]);
  });

  it("would be found not to compile", async () => {
    const code = (sources[0] as [string, KernelSource])[1].code.replace("let stages =", "let phases =");
    expect(await errorsOf(code)).not.toEqual([]);
  });

  it("take the workgroup memory that is on offer: 48 and 32 KB", () => {
    expect(tileBytes(TILES.large)).toBeLessThanOrEqual(49152);
    expect(tileBytes(TILES.small)).toBeLessThanOrEqual(32768);
  });
});
