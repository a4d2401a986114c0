// Which plan single tokens go by on a GPU: with activations in f32, or in int16 where the GPU has integer dot products.
// Rounding to int16 is what the fastest engines do, too; the f32 plan stays for who wants it and for GPUs without.

import type { Gpu } from "../gpu/device";
import { isBlockType } from "../gpu/kernels/int16-kernels";
import type { KvFormat } from "../gpu/kernels/layer-kernels";
import type { Plan, Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import type { ColumnBuffers, ColumnPlan } from "./columns";
import { isFusable, recordChunkHead, recordToken, recordTokenHead } from "./decode";
import { recordColumns } from "./decode-columns";
import { recordInt16Columns } from "./decode-columns-int16";
import { recordInt16Head, recordInt16NormInput, recordInt16Token } from "./decode-int16";
import type { ForwardInputs } from "./forward";
import { createInt16Scratch } from "./int16-scratch";
import { countTokenSlices, createTokenScratch } from "./token-scratch";
import type { Weights } from "./weights";

export type Activations = "f32" | "int16";

/** A language feature of WGSL, so of the browser; Metal has no such instruction and only emulates it. */
const INTEGER_DOT = "packed_4x8_integer_dot_product";

/** int16 where this device multiplies small integers faster than floats, this file's weights are such, and f32 is not wanted. */
export function chooseActivations(
  { languageFeatures, info }: Gpu,
  config: Config,
  tensors: Iterable<TensorInfo>,
  wanted?: Activations,
): Activations {
  const isFast = languageFeatures.has(INTEGER_DOT) && info.vendor !== "apple";
  return wanted !== "f32" && isFast && canUseInt16(config, tensors) ? "int16" : "f32";
}

/** Every matrix but the small one of the time step holds small integers, and heads are made of whole groups of eight. */
function canUseInt16({ headSize, isTied }: Config, tensors: Iterable<TensorInfo>): boolean {
  const multiplied = [...tensors].filter(
    ({ name, dims }) =>
      dims.length === 2 &&
      !/\.ssm_(a|conv1d\.weight|dt\.weight)$/.test(name) &&
      (isTied || name !== "token_embd.weight"),
  );
  return headSize % 8 === 0 && multiplied.every(({ type }) => isBlockType(type));
}

/** What decides which kernels a path takes. */
export interface TokenPathSpec {
  readonly config: Config;
  readonly kvFormat: KvFormat;
  readonly activations: Activations;
  readonly contextLength: number; // at most
}

/** The buffers of one token's activations, and how to record the plans that use them. */
export interface TokenPath {
  readonly byteLength: number;
  /** Whether it can run these weights; if not, single tokens go by the plan for chunks. */
  canRun(weights: Weights): boolean;
  /** Embedding, layers and logits of the token in scratch.tokenIds. */
  recordToken(recorder: Recorder, inputs: ForwardInputs): Promise<Plan>;
  /** Logits of a chunk's last token. */
  recordChunkHead(recorder: Recorder, inputs: ForwardInputs): Promise<Plan>;
  /** Embedding, layers and logits of the tokens in scratch.tokenIds, each as recordToken does it. */
  recordColumns(recorder: Recorder, inputs: ForwardInputs, columns: ColumnBuffers): Promise<ColumnPlan>;
  dispose(): void;
}

/** Throws GpuOutOfMemoryError. */
export function createTokenPath(
  gpu: Gpu,
  { config, activations, contextLength }: TokenPathSpec,
): Promise<TokenPath> {
  const create = activations === "int16" ? createInt16Path : createF32Path;
  return create(gpu, config, countTokenSlices(contextLength));
}

async function createF32Path(gpu: Gpu, config: Config, slices: number): Promise<TokenPath> {
  const token = await createTokenScratch(gpu, config, slices);
  return {
    byteLength: token.byteLength,
    canRun: isFusable,
    recordToken(recorder, inputs) {
      recordToken(recorder, { ...inputs, token });
      recordTokenHead(recorder, { ...inputs, token }, inputs.scratch.logits);
      return recorder.finish();
    },
    recordChunkHead(recorder, inputs) {
      recordChunkHead(recorder, { ...inputs, token }, inputs.scratch.logits);
      return recorder.finish();
    },
    recordColumns: (recorder, inputs, columns) => recordColumns(gpu, recorder, inputs, columns, slices),
    dispose: () => token.dispose(),
  };
}

async function createInt16Path(gpu: Gpu, config: Config, slices: number): Promise<TokenPath> {
  const int16 = await createInt16Scratch(gpu, config, slices);
  return {
    byteLength: int16.byteLength,
    canRun: isFusable,
    recordToken(recorder, inputs) {
      recordInt16Token(recorder, { ...inputs, int16 });
      recordInt16Head(recorder, { ...inputs, int16 }, inputs.scratch.logits);
      return recorder.finish();
    },
    recordChunkHead(recorder, inputs) {
      recordInt16NormInput(recorder, { ...inputs, int16 }, inputs.weights.outputNorm);
      recordInt16Head(recorder, { ...inputs, int16 }, inputs.scratch.logits);
      return recorder.finish();
    },
    recordColumns: (recorder, inputs, columns) => recordInt16Columns(gpu, recorder, inputs, columns, slices),
    dispose: () => int16.dispose(),
  };
}
