// From a stored file to a model that answers: store → parse → gpu → forward → sample. Part of the engine, which keeps the result.
import type { LoadedModel, LoadOptions, LoadProgress } from "./api";
import { Model } from "./forward/model";
import type { Conversation } from "./generate";
import type { Gpu } from "./gpu/device";
import { SAMPLE_KERNELS } from "./gpu/kernels/sample-kernels";
import { checkTensors, countParameters, hasEqualOutput } from "./parse/check-tensors";
import type { Config } from "./parse/config";
import { type Gguf, parseGguf } from "./parse/gguf";
import { readConfig } from "./parse/read-config";
import { readVocabulary, type Vocabulary } from "./parse/vocabulary";
import { Writer } from "./sample/writer";
import type { ByteSource } from "./store/byte-source";
import { matmulMemory } from "./store/matmul-memory";
import { openModel } from "./store/model-reader";
import { type ChatTemplate, chooseTemplate } from "./text/chat-template";
import { createTokenizer } from "./text/tokenizer";

/** Offered unless the page asks for more: 32 MiB of attention cache for Jamba2 3B. */
const DEFAULT_CONTEXT_LENGTH = 32_768;

export interface Loaded extends Conversation {
  readonly info: LoadedModel;
  readonly template: ChatTemplate;
}

interface ParsedModel {
  readonly gguf: Gguf;
  readonly config: Config;
  readonly vocabulary: Vocabulary;
}

interface StoredSource extends ParsedModel {
  readonly modelId: string;
  readonly source: ByteSource;
}

/** Everything a file must be before its weights are worth fetching or loading. */
export async function parseModel(source: ByteSource): Promise<ParsedModel> {
  const gguf = await parseGguf(source);
  const config = readConfig(gguf);
  checkTensors(gguf, config);
  return { gguf, config, vocabulary: readVocabulary(gguf) };
}

export async function openStoredModel(modelId: string): Promise<StoredSource> {
  const source = await openModel(modelId);
  const { gguf, config, vocabulary } = await parseModel(source);
  const isTied = config.isTied || (await hasEqualOutput(gguf, source));
  return { modelId, source, gguf, vocabulary, config: { ...config, isTied } };
}

/** Puts an opened model on the device. `startedAt` is when the load began. */
export async function loadModel(
  gpu: Gpu,
  { modelId, source, gguf, config, vocabulary }: StoredSource,
  options: LoadOptions,
  onProgress: (progress: LoadProgress) => void,
  { signal, startedAt }: { readonly signal: AbortSignal; readonly startedAt: number },
): Promise<Loaded> {
  const model = await Model.load(gpu, config, gguf.tensors, source, {
    signal,
    contextLength: Math.min(config.contextLength, options.contextLength ?? DEFAULT_CONTEXT_LENGTH),
    onWeights: (loadedBytes, totalBytes) => onProgress({ phase: "weights", loadedBytes, totalBytes }),
    onCompiling: () => onProgress({ phase: "compiling" }),
    alsoCompile: SAMPLE_KERNELS,
    matmulMemory,
  });
  try {
    const writer = await Writer.create(model);
    const template = await chooseTemplate(vocabulary, config.name);
    const info: LoadedModel = {
      modelId,
      name: config.name,
      contextLength: model.state.contextLength,
      vocabSize: config.vocabSize,
      parameterCount: countParameters(gguf, config),
      weightBytes: model.weights.byteLength,
      stateBytes: model.stateBytes,
      reasons: template.reasons,
      loadMs: performance.now() - startedAt,
    };
    const tokenizer = createTokenizer(vocabulary);
    const endIds = new Set(vocabulary.eosIds);
    return { info, model, writer, template, tokenizer, endIds, readIds: [], reading: null };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

export function disposeLoaded({ writer, model }: Loaded): void {
  writer.dispose();
  model.dispose();
}
