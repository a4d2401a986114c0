// Files that must be refused, and what llama.cpp's test-gguf has besides: 33 kinds in all, each by its name there.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelFormatError } from "../errors";
import { buildGguf, memorySource } from "./build-gguf";
import { parseGguf } from "./gguf";
import { alignment, HOSTILE, type RawFile, rawFile, tensor, tensors, u32, value } from "./hostile-files";

/**
 * https://github.com/ggml-org/llama.cpp/blob/03f94f19a2c4c9d039fa1a84838fe3e2110cc28d/tests/test-gguf.cpp#L22: the file here
 * that stands for each. It reads one of these, TENSORS_ZERO_DIM; a model has no use for a tensor without weights.
 */
const REFUSED = {
  HEADER_BAD_MAGIC: "header: bad magic",
  HEADER_BAD_VERSION_0: "header: version 0",
  HEADER_BAD_VERSION_1: "header: version 1",
  HEADER_BAD_VERSION_FUTURE: "header: future version",
  HEADER_BAD_N_TENSORS: "header: 2^64 - 1 tensors",
  HEADER_BAD_N_KV: "header: 2^64 - 1 keys",
  KV_BAD_KEY_SIZE: "metadata: key of 2^64 - 1 bytes",
  KV_EMPTY_KEY: "metadata: empty key",
  KV_BAD_TYPE: "metadata: unknown value type",
  KV_DUPLICATE_KEY: "metadata: duplicate key",
  KV_BAD_ALIGN: "metadata: alignment 13",
  KV_WRONG_TYPE_ALIGN: "metadata: alignment of another type",
  TENSORS_BAD_NAME_SIZE: "tensor: name too long",
  TENSORS_BAD_N_DIMS: "tensor: 5 dimensions",
  TENSORS_BAD_SHAPE: "tensor: dimension of 2^64 - 1",
  TENSORS_ZERO_DIM: "tensor: zero dimension",
  TENSORS_NE_TOO_BIG: "tensor: product overflows",
  TENSORS_NBYTES_TOO_BIG: "tensor: more bytes than the file",
  TENSORS_BAD_TYPE: "tensor: unknown type",
  TENSORS_BAD_OFFSET: "tensor: offset not aligned",
  TENSORS_DUPLICATE_NAME: "tensor: duplicate name",
  TENSORS_BAD_ALIGN: "tensor: alignment 13",
  TENSORS_INCONSISTENT_ALIGN: "tensor: padded for another alignment",
  DATA_NOT_ENOUGH_DATA: "data: cut short",
  DATA_BAD_ALIGN: "data: alignment 13",
  DATA_INCONSISTENT_ALIGN: "data: another alignment than stated",
  DATA_MEM_SIZE_OVERFLOW: "data: sum of sizes overflows",
} as const;

/** It reads these, and so do we; but an alignment of 1 is below what is taken here, 8. */
const READ: Readonly<Record<string, RawFile>> = {
  HEADER_EMPTY: { data: 0 },
  KV_SUCCESS: { ...value("k", 4, u32(7)), data: 0 },
  TENSORS_SUCCESS: { tensors: tensor({}) },
  TENSORS_CUSTOM_ALIGN: { ...alignment(8), ...tensors({ dims: [2] }), data: 8 },
  DATA_SUCCESS: { ...tensors({ name: "a" }, { name: "b", offset: 256 }), data: 512 },
  DATA_CUSTOM_ALIGN: {
    ...alignment(8),
    ...tensors({ name: "a", dims: [2] }, { name: "b", dims: [2], offset: 8 }),
    data: 16,
  },
};

describe("of the files of llama.cpp's test-gguf", () => {
  it("each of the 33 kinds is here", () => {
    expect(Object.keys(REFUSED).length + Object.keys(READ).length).toBe(33);
    expect(Object.values(REFUSED).filter((name) => !(name in HOSTILE))).toEqual([]);
  });

  it.each(Object.entries(READ))("%s is read", async (_, file) => {
    expect((await parseGguf(memorySource(rawFile(file)))).version).toBe(3);
  });
});

describe("parseGguf refuses", () => {
  it("nothing in the files that the others are made from", async () => {
    expect((await parseGguf(memorySource(rawFile({ tensors: tensor({}) })))).tensors.size).toBe(1);
    expect(
      (await parseGguf(memorySource(rawFile({ ...value("k", 4, u32(7)), data: 0 })))).metadata.get("k"),
    ).toBe(7);
  });

  it.each(Object.entries(HOSTILE))("%s [F56]", async (_, [file, message]) => {
    const error = await parseGguf(memorySource(rawFile(file))).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ModelFormatError);
    expect((error as ModelFormatError).message).toMatch(message);
  });

  it("a hostile header in under 5 ms [F56]", async () => {
    for (const [file] of Object.values(HOSTILE)) await parseGguf(memorySource(rawFile(file))).catch(() => {}); // warm
    for (const [name, [file]] of Object.entries(HOSTILE)) {
      const source = memorySource(rawFile(file));
      let bestMs = Number.POSITIVE_INFINITY; // of three, and not by the clock: other tests share the machine
      for (let run = 0; run < 3; run++) {
        const start = process.cpuUsage();
        await parseGguf(source).catch(() => {});
        bestMs = Math.min(bestMs, process.cpuUsage(start).user / 1000);
      }
      expect(bestMs, name).toBeLessThan(5);
    }
  });

  it("a file cut at any byte [F56]", async () => {
    const file = sampleFile();
    const end = 384 + 68; // of the last tensor; its padding may be missing
    for (let length = 0; length < end; length++) {
      await expect(parseGguf(memorySource(file.subarray(0, length)))).rejects.toThrow(ModelFormatError);
    }
  });

  it("any mutation that it refuses with a ModelFormatError, of 20,000 [F56]", async () => {
    const file = sampleFile();
    const edit = fc.record({
      at: fc.nat(file.length - 1),
      byte: fc.constantFrom(0, 1, 4, 127, 128, 254, 255),
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.nat(40), async (edits, cut) => {
        const mutated = file.slice(0, file.length - (cut > 20 ? cut : 0));
        for (const { at, byte } of edits) mutated[at] = byte;
        await parseGguf(memorySource(mutated)).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ModelFormatError);
          refused++;
        });
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(refused).toBeGreaterThan(5_000);
  });
});

function sampleFile(): Uint8Array {
  return buildGguf({
    alignment: 64,
    metadata: {
      "general.architecture": { type: "string", value: "jamba" },
      counts: { type: "array", of: "i32", value: [0, 1, 0] },
      tokens: { type: "array", of: "string", value: ["<|pad|>", "▁a", "b"] },
      flag: { type: "bool", value: true },
    },
    tensors: [
      { name: "a", type: "f32", dims: [8], data: new Uint8Array(32) },
      { name: "b", type: "q8_0", dims: [32, 2], data: new Uint8Array(68) },
    ],
  });
}
