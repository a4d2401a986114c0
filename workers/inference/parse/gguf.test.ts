import { open } from "node:fs/promises";
import { gguf as referenceParser } from "@huggingface/gguf";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import type { ByteSource } from "../store/byte-source";
import { buildGguf, memorySource, type TypedValue } from "./build-gguf";
import { parseGguf } from "./gguf";

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) & 255);

describe("parseGguf", () => {
  it.each([2, 3])("reads back every value type, in version %i", async (version) => {
    const metadata: Record<string, TypedValue> = {
      u8: { type: "u8", value: 255 },
      i8: { type: "i8", value: -128 },
      u16: { type: "u16", value: 65_535 },
      i16: { type: "i16", value: -32_768 },
      u32: { type: "u32", value: 4_294_967_295 },
      i32: { type: "i32", value: -2_147_483_648 },
      f32: { type: "f32", value: 0.5 },
      f64: { type: "f64", value: Math.PI },
      u64: { type: "u64", value: Number.MAX_SAFE_INTEGER },
      i64: { type: "i64", value: -Number.MAX_SAFE_INTEGER },
      bool: { type: "bool", value: true },
      string: { type: "string", value: "\ufeffשלום ▁ 🌤️ \0" },
      __proto: { type: "string", value: "a plain key" },
      floats: { type: "array", of: "f32", value: [1, -0.25] },
      integers: { type: "array", of: "i32", value: [-1, 2] },
      longs: { type: "array", of: "i64", value: [-5, 6] },
      flags: { type: "array", of: "bool", value: [true, false] },
      strings: { type: "array", of: "string", value: ["", "é", "c"] },
      empty: { type: "array", of: "string", value: [] },
    };
    const gguf = await parseGguf(memorySource(buildGguf({ version, metadata, tensors: [] })));
    expect(gguf.version).toBe(version);
    expect(Object.fromEntries(gguf.metadata)).toEqual({
      ...Object.fromEntries(Object.entries(metadata).map(([key, { value }]) => [key, value])),
      floats: new Float32Array([1, -0.25]),
      integers: new Int32Array([-1, 2]),
      longs: new Float64Array([-5, 6]),
      flags: new Uint8Array([1, 0]),
    });
  });

  it.each([8, 32, 64, 4096])("places tensors in the file at alignment %i", async (alignment) => {
    const file = buildGguf({
      alignment,
      metadata: { "general.architecture": { type: "string", value: "jamba" } },
      tensors: [
        { name: "a", type: "f32", dims: [3], data: bytes(12) },
        { name: "b", type: "q6_k", dims: [256, 2], data: bytes(420) },
        { name: "c", type: "q4_0", dims: [32, 1, 1, 1], data: bytes(18) },
      ],
    });
    const gguf = await parseGguf(memorySource(file));
    expect(gguf.alignment).toBe(alignment);
    expect(gguf.tensors.get("a")).toEqual({
      name: "a",
      type: "f32",
      dims: [3],
      offset: gguf.dataOffset,
      byteLength: 12,
    });
    for (const [name, length] of [
      ["a", 12],
      ["b", 420],
      ["c", 18],
    ] as const) {
      const tensor = gguf.tensors.get(name);
      expect(tensor?.byteLength).toBe(length);
      expect((tensor?.offset ?? 1) % alignment).toBe(0);
      expect(file.subarray(tensor?.offset, (tensor?.offset ?? 0) + length)).toEqual(bytes(length));
    }
  });

  it("keeps a key named __proto__ as a key", async () => {
    const metadata = new Map<string, TypedValue>([["__proto__", { type: "array", of: "u8", value: [1] }]]);
    const gguf = await parseGguf(memorySource(buildGguf({ metadata, tensors: [] })));
    expect(gguf.metadata.get("__proto__")).toEqual(new Uint8Array([1]));
  });

  it("accepts a last tensor without its padding", async () => {
    const file = buildGguf({
      metadata: {},
      tensors: [{ name: "a", type: "f32", dims: [3], data: bytes(12) }],
    });
    const gguf = await parseGguf(memorySource(file.subarray(0, file.length - 20)));
    expect(gguf.tensors.get("a")?.byteLength).toBe(12);
  });

  it("reads a header of 65,536 tokens in growing slices, at most twice its size, in under 300 ms", async () => {
    const tokens = Array.from(
      { length: 65_536 },
      (_, id) => `▁token number ${id} of the list, with some length`,
    );
    const file = buildGguf({
      metadata: { "tokenizer.ggml.tokens": { type: "array", of: "string", value: tokens } },
      tensors: [{ name: "a", type: "f32", dims: [4_000_000], data: new Uint8Array(16_000_000) }],
    });
    const reads: number[] = [];
    const memory = memorySource(file);
    const source: ByteSource = {
      byteLength: file.length,
      read: (offset, length) => {
        reads.push(length);
        return memory.read(offset, length);
      },
    };
    const start = process.cpuUsage(); // not the clock: other tests share the machine
    const gguf = await parseGguf(source);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(300);
    expect(gguf.metadata.get("tokenizer.ggml.tokens")).toEqual(tokens);
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.at(-1)).toBeLessThanOrEqual(2 * gguf.dataOffset);
  });

  it.skipIf(!hasShared)(
    "agrees with @huggingface/gguf on the tiny models and fixtures (needs ../shared)",
    async () => {
      for (const name of [
        "jamba-tiny-q4_k_m",
        "jamba-tiny-f16",
        "fixtures/h64-q8_0",
        "fixtures/h256-q5_k_m",
      ]) {
        const path = sharedPath(`models/${name}.gguf`);
        const handle = await open(path);
        const { size } = await handle.stat();
        const ours = await parseGguf({
          byteLength: size,
          read: async (offset, length) => {
            const buffer = new Uint8Array(length);
            await handle.read(buffer, 0, length, offset);
            return buffer;
          },
        });
        await handle.close();
        const theirs = await referenceParser(path, { allowLocalFile: true });
        const { version, tensor_count, kv_count, ...values } = theirs.metadata as Record<string, unknown>;
        expect(ours.version).toBe(version);
        expect(BigInt(ours.metadata.size)).toBe(kv_count);
        for (const [key, value] of ours.metadata) {
          const plain = typeof value === "object" ? Array.from<unknown>(value) : value;
          expect(plain, key).toEqual(values[key]);
        }
        expect(BigInt(ours.tensors.size)).toBe(tensor_count);
        expect(BigInt(ours.dataOffset)).toBe(theirs.tensorDataOffset);
        expect([...ours.tensors.values()].map((tensor) => [tensor.name, tensor.dims, tensor.offset])).toEqual(
          theirs.tensorInfos.map((info) => [
            info.name,
            info.shape.map(Number),
            Number(theirs.tensorDataOffset + info.offset),
          ]),
        );
      }
    },
  );
});
