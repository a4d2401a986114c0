import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import { ModelFormatError } from "../errors";
import { buildGguf, memorySource, type TypedValue } from "./build-gguf";
import { checkTensors, hasEqualOutput, listTensors } from "./check-tensors";
import { type Gguf, parseGguf } from "./gguf";
import { readConfig } from "./read-config";
import { buildToyModel, describeToyModel, TOY_CONFIG, type ToyModel } from "./toy-model";

async function parseToy(change: (model: ToyModel) => void): Promise<Gguf> {
  const model = describeToyModel();
  change(model);
  return parseGguf(memorySource(buildGguf(model)));
}

const parseWith = (key: string, value: TypedValue | null) =>
  parseToy(({ metadata }) => {
    if (value === null) delete metadata[key];
    else metadata[key] = value;
  });

const u32 = (value: number): TypedValue => ({ type: "u32", value });
const counts = (...value: number[]): TypedValue => ({ type: "array", of: "i32", value });

describe("readConfig", () => {
  it("reads back what a file says", async () => {
    const gguf = await parseGguf(memorySource(buildToyModel()));
    expect(readConfig(gguf)).toEqual(TOY_CONFIG);
    expect(() => checkTensors(gguf, TOY_CONFIG)).not.toThrow();
  });

  it("takes a file with output.weight as not tied", async () => {
    const gguf = await parseGguf(memorySource(buildToyModel({ ...TOY_CONFIG, isTied: false })));
    expect(readConfig(gguf).isTied).toBe(false);
  });

  it("calls a file without a name Jamba", async () => {
    expect(readConfig(await parseWith("general.name", null)).name).toBe("Jamba");
  });

  const REFUSED: [string, TypedValue | null, RegExp][] = [
    [
      "general.architecture",
      { type: "string", value: "llama" },
      /general.architecture = "llama"; expected "jamba"/,
    ],
    ["general.architecture", null, /general.architecture = nothing/],
    ["jamba.expert_count", u32(16), /jamba.expert_count = 16; expected 1: Mixture-of-Experts/],
    ["jamba.embedding_length", u32(48), /embedding_length = 48; .* multiple of 32/],
    ["jamba.embedding_length", null, /embedding_length = nothing/],
    ["jamba.embedding_length", { type: "string", value: "32" }, /embedding_length = "32"/],
    ["jamba.feed_forward_length", counts(64, 64), /feed_forward_length = an array of 2/],
    ["jamba.ssm.state_size", u32(128), /state_size = 128; expected 16/],
    ["jamba.ssm.conv_kernel", u32(3), /conv_kernel = 3; expected 4/],
    ["jamba.ssm.time_step_rank", u32(33), /time_step_rank = 33/],
    ["jamba.attention.head_count", u32(3), /head_count = 3; expected heads of/],
    ["jamba.attention.head_count", u32(16), /head_count = 16; expected heads of 32 .* multiple of 4/],
    ["jamba.attention.head_count_kv", u32(1), /head_count_kv = 1; expected an array of 2/],
    [
      "jamba.attention.head_count_kv",
      counts(0, 1, 0),
      /head_count_kv = an array of 3; expected an array of 2/,
    ],
    ["jamba.attention.head_count_kv", counts(0, 0), /head_count_kv = \[0, 0\]; expected both/],
    ["jamba.attention.head_count_kv", counts(1, 2), /head_count_kv = \[1, 2\]; expected both/],
    ["jamba.attention.head_count_kv", counts(0, -1), /expected one count/],
    [
      "jamba.attention.head_count_kv",
      counts(0, 3),
      /head_count_kv = 3; expected a divisor of the 2 query heads/,
    ],
    ["jamba.attention.layer_norm_rms_epsilon", { type: "f32", value: Number.NaN }, /epsilon = NaN/],
    ["jamba.attention.layer_norm_rms_epsilon", { type: "f32", value: 0 }, /epsilon = 0/],
    ["jamba.attention.key_length", u32(64), /key_length = 64; expected 16/],
    ["jamba.vocab_size", u32(100), /vocab_size = 100; expected 262/],
    ["jamba.context_length", u32(0), /context_length = 0/],
  ];
  it.each(REFUSED)("refuses %s = %o", async (key, value, message) => {
    const gguf = await parseWith(key, value);
    expect(() => readConfig(gguf)).toThrow(ModelFormatError);
    expect(() => readConfig(gguf)).toThrow(message);
  });

  it("refuses attention layers with different head counts", async () => {
    const config = { ...TOY_CONFIG, layers: ["mamba", "attention", "attention"] as const };
    const model = describeToyModel(config);
    model.metadata["jamba.attention.head_count_kv"] = counts(0, 1, 2);
    const gguf = await parseGguf(memorySource(buildGguf(model)));
    expect(() => readConfig(gguf)).toThrow(/expected one count from 1/);
  });
});

describe("checkTensors", () => {
  const change = (from: string, to: Partial<ToyModel["tensors"][number]>) => (model: ToyModel) => {
    const index = model.tensors.findIndex(({ name }) => name === from);
    model.tensors[index] = { ...(model.tensors[index] as ToyModel["tensors"][number]), ...to };
  };
  const REFUSED: [string, (model: ToyModel) => void, RegExp][] = [
    [
      "a missing tensor",
      ({ tensors }) => void tensors.pop(),
      /no tensor "output_norm.weight"; expected one of shape \{32\}/,
    ],
    [
      "a transposed matrix",
      change("blk.0.ffn_up.weight", { dims: [64, 32] }),
      /"blk.0.ffn_up.weight" of shape \{64, 32\}; expected \{32, 64\}/,
    ],
    [
      "a vector with two dimensions",
      change("output_norm.weight", { dims: [32, 1] }),
      /shape \{32, 1\}; expected \{32\}/,
    ],
    [
      "a norm in f16",
      change("output_norm.weight", { type: "f16", data: new Uint8Array(64) }),
      /"output_norm.weight" of type f16; expected f32/,
    ],
    [
      "a bias that would be ignored",
      ({ tensors }) =>
        void tensors.push({ name: "blk.1.attn_q.bias", type: "f32", dims: [32], data: new Uint8Array(128) }),
      /a tensor "blk.1.attn_q.bias", which a dense Jamba model does not have/,
    ],
    [
      "a tensor of a layer too many",
      change("blk.1.attn_q.weight", { name: "blk.2.attn_q.weight" }),
      /no tensor "blk.1.attn_q/,
    ],
  ];
  it.each(REFUSED)("refuses %s", async (_, edit, message) => {
    const gguf = await parseToy(edit);
    const config = readConfig(gguf);
    expect(() => checkTensors(gguf, config)).toThrow(ModelFormatError);
    expect(() => checkTensors(gguf, config)).toThrow(message);
  });

  it("accepts any type that runs for a matrix", async () => {
    const gguf = await parseToy(
      change("blk.0.ffn_up.weight", { type: "q4_0", data: new Uint8Array(64 * 18) }),
    );
    expect(() => checkTensors(gguf, readConfig(gguf))).not.toThrow();
  });

  it.skipIf(!hasShared)("accepts the tiny model and every fixture (needs ../shared)", async () => {
    for (const name of [
      "jamba-tiny-f16",
      "jamba-tiny-q4_k_m",
      "jamba-tiny-q8_0",
      ...["f16", "q4_0", "q4_1", "q4_k_m", "q5_0", "q5_1", "q5_k_m", "q6_k", "q8_0"].map(
        (type) => `fixtures/h256-${type}`,
      ),
      ...["f16", "q4_0", "q4_1", "q5_0", "q5_1", "q8_0"].map((type) => `fixtures/h64-${type}`),
    ]) {
      const gguf = await parseGguf(memorySource(readFileSync(sharedPath(`models/${name}.gguf`))));
      const config = readConfig(gguf);
      checkTensors(gguf, config);
      expect(listTensors(config).length, name).toBe(gguf.tensors.size);
    }
  });
});

describe("hasEqualOutput", () => {
  it("finds an output matrix that repeats the embedding, and only that", async () => {
    const model = describeToyModel({ ...TOY_CONFIG, isTied: false });
    const embedding = model.tensors[0] as ToyModel["tensors"][number];
    const different = buildGguf(model);
    const equal = buildGguf({
      ...model,
      tensors: [...model.tensors.slice(0, -1), { ...embedding, name: "output.weight" }],
    });
    for (const [file, isEqual] of [
      [different, false],
      [equal, true],
      [buildToyModel(), false],
    ] as const) {
      const source = memorySource(file);
      expect(await hasEqualOutput(await parseGguf(source), source)).toBe(isEqual);
    }
  });
});
