// A seeded, valid Jamba GGUF of the size a story needs, in F32. It runs and talks nonsense.
import { buildGguf } from "../workers/inference/parse/build-gguf";
import type { Config } from "../workers/inference/parse/config";
import { buildToyModel, describeToyModel, TOY_CONFIG } from "../workers/inference/parse/toy-model";

const LAYERS = ["mamba", "mamba", "attention", "mamba"] as const;
const HIDDEN = 512;
const BYTES_PER_MLP_UNIT = LAYERS.length * 3 * HIDDEN * 4;

function configOf(intermediateSize: number): Config {
  return {
    ...TOY_CONFIG,
    name: "Toy Jamba",
    layers: LAYERS,
    hiddenSize: HIDDEN,
    intermediateSize,
    headCount: 4,
    headSize: HIDDEN / 4,
    innerSize: 2 * HIDDEN,
  };
}

/** At least `byteLength` bytes, and at most 1 % more. */
export function buildTinyModel(byteLength: number, seed = 1): Uint8Array<ArrayBuffer> {
  const base = buildToyModel(configOf(32), seed).byteLength;
  const units = Math.ceil((byteLength - base) / BYTES_PER_MLP_UNIT);
  return buildToyModel(configOf(32 + Math.max(0, Math.ceil(units / 32) * 32)), seed);
}

/** One of a few kB, soon at the end of its context, that brings a chat template of its own. */
export function buildModelWithTemplate(chatTemplate: string): Uint8Array<ArrayBuffer> {
  const { metadata, tensors } = describeToyModel({
    ...TOY_CONFIG,
    name: "Jamba of their own",
    contextLength: 256,
  });
  const template = { type: "string", value: chatTemplate } as const;
  return buildGguf({ metadata: { ...metadata, "tokenizer.chat_template": template }, tensors });
}
