// The choice of a device's matrix product, with races small enough for the tests' adapter.
import { describe, expect, it } from "vitest";
import type { Gpu } from "../gpu/device";
import { testGpu } from "../gpu/kernels/run-kernel";
import { chooseMatmul, type MatmulMemory } from "./matmul-choice";
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

it("gives a GPU without features the tiled kernel, without a race", async () => {
  const gpu = await fakeGpu({ isCpu: false });
  expect(findMatmulKinds(gpu)).toEqual(["tiled"]);
  expect(await chooseMatmul(gpu, { size: SMALL })).toBe("tiled");
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
  expect(await chooseMatmul(gpu, { size: SMALL, kinds: ["subgroup-matrix", "tiled"] })).toBe("tiled");
  expect(gpu.takeError()).toBeUndefined();
});

/** A memory in a Map, that says what was asked of it. */
function createMemory(): MatmulMemory & { readonly kept: Map<string, unknown>; readonly calls: string[] } {
  const kept = new Map<string, unknown>();
  const calls: string[] = [];
  return {
    kept,
    calls,
    find: async (adapter) => {
      calls.push("find");
      return kept.get(adapter);
    },
    keep: async (adapter, choice) => {
      calls.push("keep");
      kept.set(adapter, choice);
    },
    forget: async (adapter) => {
      calls.push("forget");
      kept.delete(adapter);
    },
  };
}

describe("a choice", () => {
  const kinds = ["tiled", "rows"] as const;

  it("is made once an adapter, and again for other features", async () => {
    const memory = createMemory();
    const gpu = await fakeGpu({ isCpu: false });
    const first = await chooseMatmul(gpu, { memory, size: SMALL, kinds });
    expect(memory.calls).toEqual(["find", "keep"]);
    expect(await chooseMatmul(gpu, { memory, size: SMALL, kinds })).toBe(first);
    expect(memory.calls).toEqual(["find", "keep", "find"]);
    const other = await fakeGpu({ isCpu: false, features: new Set(["subgroups"]) });
    await chooseMatmul(other, { memory, size: SMALL, kinds });
    expect(memory.calls.at(-1)).toBe("keep");
    expect(memory.kept.size).toBe(2);
  });

  it("is taken from memory though another kernel would win", async () => {
    const memory = createMemory();
    const gpu = await fakeGpu({ isCpu: false });
    await chooseMatmul(gpu, { memory, size: SMALL, kinds });
    for (const kind of kinds) {
      for (const [adapter, choice] of memory.kept) memory.kept.set(adapter, { ...(choice as object), kind });
      expect(await chooseMatmul(gpu, { memory, size: SMALL, kinds })).toBe(kind);
    }
  });

  it.each([
    ["by another browser or other kernels", { madeWith: "another", kind: "rows" }],
    ["for a kernel that does not exist", { kind: "faster" }],
    ["in no known form", { kind: undefined, madeWith: undefined }],
  ])("made %s is made anew", async (_, change) => {
    const memory = createMemory();
    const gpu = await fakeGpu({ isCpu: false });
    await chooseMatmul(gpu, { memory, size: SMALL, kinds });
    const right = [...memory.kept.values()];
    for (const [adapter, choice] of memory.kept)
      memory.kept.set(adapter, { ...(choice as object), ...change });
    memory.calls.length = 0;
    expect(kinds).toContain(await chooseMatmul(gpu, { memory, size: SMALL, kinds }));
    expect(memory.calls).toEqual(["find", "forget", "keep"]);
    expect([...memory.kept.values()]).toMatchObject(
      right.map((choice) => ({ madeWith: (choice as { madeWith: string }).madeWith })),
    );
  });

  it("is forgotten when its kernel no longer compiles", async () => {
    const memory = createMemory();
    const gpu = await fakeGpu({ isCpu: false });
    const options = { memory, size: SMALL, kinds: ["subgroup-matrix", "tiled"] } as const;
    expect(await chooseMatmul(gpu, options)).toBe("tiled");
    for (const [adapter, choice] of memory.kept)
      memory.kept.set(adapter, { ...(choice as object), kind: "subgroup-matrix" });
    memory.calls.length = 0;
    expect(await chooseMatmul(gpu, options)).toBe("tiled");
    expect(memory.calls).toEqual(["find", "forget", "keep"]);
    expect(gpu.takeError()).toBeUndefined();
  });
});
