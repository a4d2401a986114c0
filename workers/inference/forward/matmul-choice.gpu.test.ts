// The choice of a device's matrix product, with races small enough for the tests' adapter.
import { expect, it } from "vitest";
import type { Gpu } from "../gpu/device";
import { testGpu } from "../gpu/kernels/run-kernel";
import { chooseMatmul } from "./matmul-choice";
import { findMatmulKinds } from "./matmul-kind";

const SMALL = { rows: 64, columns: 256, tokens: 16 };

/** What an adapter with matrix units says of itself. */
const matrixInfo = {
  subgroupMaxSize: 32,
  subgroupMatrixConfigs: [
    { componentType: "i8", resultComponentType: "i32", M: 16, N: 16, K: 32 },
    { componentType: "f16", resultComponentType: "f32", M: 16, N: 16, K: 16 },
  ],
};

async function fakeGpu(changes: Partial<Record<keyof Gpu, unknown>>): Promise<Gpu> {
  return { ...(await testGpu()), ...changes } as Gpu;
}

it("leaves a CPU adapter the kernel without barriers, without a race", async () => {
  expect(await chooseMatmul(await testGpu())).toBe("rows");
});

it("lets a GPU without features choose among the tiled kernels", async () => {
  const gpu = await fakeGpu({ isCpu: false });
  expect(findMatmulKinds(gpu)).toEqual(["tiled", "half"]);
  expect(["tiled", "half"]).toContain(await chooseMatmul(gpu, SMALL));
});

it("offers matrix units only with the features, the sizes and the memory they need", async () => {
  const features = new Set(["shader-f16", "chromium-experimental-subgroup-matrix"]);
  const device = { limits: { maxComputeWorkgroupStorageSize: 32768 } };
  const able = { isCpu: false, features, info: matrixInfo, device };
  expect(findMatmulKinds(await fakeGpu(able))).toContain("subgroup-matrix");
  for (const lack of [
    { features: new Set(["chromium-experimental-subgroup-matrix"]) },
    { info: { ...matrixInfo, subgroupMaxSize: 64 } },
    { info: { ...matrixInfo, subgroupMatrixConfigs: matrixInfo.subgroupMatrixConfigs.slice(0, 1) } },
    { device: { limits: { maxComputeWorkgroupStorageSize: 16384 } } },
  ]) {
    expect(findMatmulKinds(await fakeGpu({ ...able, ...lack }))).not.toContain("subgroup-matrix");
  }
});

it("goes on when a kernel does not compile on the device", async () => {
  const gpu = await fakeGpu({ isCpu: false });
  expect(await chooseMatmul(gpu, SMALL, ["subgroup-matrix", "tiled"])).toBe("tiled");
  expect(gpu.takeError()).toBeUndefined();
});
