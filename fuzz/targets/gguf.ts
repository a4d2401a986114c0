// Headers of GGUF files: a ModelFormatError or a file within its limits, in 5 ms and four times the file's length of memory.
import { ModelFormatError } from "../../workers/inference/errors";
import { type BuildGgufOptions, buildGguf, memorySource } from "../../workers/inference/parse/build-gguf";
import { type Gguf, parseGguf } from "../../workers/inference/parse/gguf";
import { readConfig } from "../../workers/inference/parse/read-config";
import { TENSOR_TYPES } from "../../workers/inference/parse/tensor-types";
import { describeToyModel } from "../../workers/inference/parse/toy-model";
import { countAllocated } from "../allocations";
import type { Seed } from "../mutate";
import { expectThat, type Outcome, type Target } from "../target";

const EVERY_VALUE: BuildGgufOptions = {
  alignment: 64,
  metadata: {
    "general.architecture": { type: "string", value: "jamba" },
    u8: { type: "u8", value: 255 },
    i8: { type: "i8", value: -1 },
    u16: { type: "u16", value: 65_535 },
    i16: { type: "i16", value: -2 },
    u32: { type: "u32", value: 2 ** 32 - 1 },
    i32: { type: "i32", value: -3 },
    u64: { type: "u64", value: 2n ** 53n - 1n },
    i64: { type: "i64", value: -4n },
    f32: { type: "f32", value: 0.5 },
    f64: { type: "f64", value: 0.25 },
    flag: { type: "bool", value: true },
    bytes: { type: "array", of: "u8", value: [0, 1, 2] },
    counts: { type: "array", of: "i32", value: [0, 1, 0] },
    longs: { type: "array", of: "u64", value: [1n, 2n] },
    signed: { type: "array", of: "i64", value: [-1n] },
    flags: { type: "array", of: "bool", value: [true, false] },
    tokens: { type: "array", of: "string", value: ["<|pad|>", "▁a", "b"] },
    __proto__x: { type: "array", of: "f32", value: [1] },
  },
  tensors: [
    { name: "a", type: "f32", dims: [8], data: new Uint8Array(32) },
    { name: "b", type: "q8_0", dims: [32, 2], data: new Uint8Array(68) },
    { name: "token_embd.weight", type: "q6_k", dims: [256, 1], data: new Uint8Array(210) },
  ],
};

/** Lists whose elements take more memory than bytes of the file. */
const LISTS: BuildGgufOptions = {
  metadata: {
    flags: { type: "array", of: "bool", value: new Array<boolean>(300).fill(true) },
    longs: { type: "array", of: "u64", value: new Array<bigint>(20).fill(7n) },
    texts: { type: "array", of: "string", value: new Array<string>(20).fill("") },
  },
  tensors: [],
};

/** Where the parser reads the seed's integers. */
export async function seedWithFields(bytes: Uint8Array<ArrayBuffer>): Promise<Seed> {
  const fields = new Set<number>();
  const prototype = DataView.prototype;
  const { getUint8, getUint32 } = prototype;
  prototype.getUint8 = function (at) {
    fields.add(at);
    return getUint8.call(this, at);
  };
  prototype.getUint32 = function (at, isLittle) {
    fields.add(at);
    return getUint32.call(this, at, isLittle);
  };
  try {
    await parseGguf(memorySource(bytes));
  } finally {
    Object.assign(prototype, { getUint8, getUint32 });
  }
  return { bytes, fields: [...fields] };
}

function checkLayout({ tensors, dataOffset, byteLength, alignment }: Gguf): void {
  let end = dataOffset;
  for (const { name, type, dims, offset, byteLength: length } of [...tensors.values()].sort(
    (a, b) => a.offset - b.offset,
  )) {
    const { blockSize, blockBytes } = TENSOR_TYPES[type];
    const elements = dims.reduce((product, dim) => product * dim, 1);
    expectThat(length === (elements / blockSize) * blockBytes, () => `${name} has ${length} bytes`);
    expectThat(offset >= end && offset % alignment === 0, () => `${name} is at ${offset}, before ${end}`);
    end = offset + length;
  }
  expectThat(end <= byteLength || tensors.size === 0, () => `tensors end at ${end} of ${byteLength}`);
}

const MEMORY_FACTOR = 4;

async function read(input: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  try {
    const gguf = await parseGguf(memorySource(input));
    checkLayout(gguf);
    if (gguf.metadata.get("general.architecture") === "jamba") readConfig(gguf);
    return "taken";
  } catch (error) {
    if (error instanceof ModelFormatError) return "refused";
    throw error;
  }
}

async function check(input: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  let outcome: Outcome = "refused";
  const bytes = await countAllocated(async () => {
    outcome = await read(input);
  });
  const limit = MEMORY_FACTOR * input.length;
  expectThat(bytes <= limit, () => `takes ${bytes} bytes of at most ${limit}`);
  return outcome;
}

export async function listHeaderSeeds(): Promise<readonly Seed[]> {
  const toy = describeToyModel();
  const small = Object.entries(toy.metadata).filter(([key]) => !/tokens|scores|token_type/.test(key));
  const embedding = {
    name: "token_embd.weight",
    type: "f32",
    dims: [32, 8],
    data: new Uint8Array(1024),
  } as const;
  const model = buildGguf({ metadata: Object.fromEntries(small), tensors: [embedding] });
  const files = [buildGguf(EVERY_VALUE), buildGguf({ ...EVERY_VALUE, version: 2 }), model, buildGguf(LISTS)];
  const seeds: Seed[] = [];
  for (const file of files) seeds.push(await seedWithFields(file));
  return seeds;
}

export async function load(): Promise<Target> {
  return { name: "gguf", count: 1_000_000, seeds: await listHeaderSeeds(), check, maxMs: 5 };
}
