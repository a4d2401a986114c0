// From a stored file to a model that answers: store → parse → gpu → forward → sample. Part of the engine, which keeps the result.
import { AnswerFormats } from "./answer-formats";
import type { EngineEvent, GenerateRequest, LoadedModel, LoadOptions, LoadProgress } from "./api";
import { Model } from "./forward/model";
import type { Gpu } from "./gpu/device";
import { kernelsAtLoad } from "./gpu/kernels/sample-kernels";
import { checkTensors, countParameters, hasEqualOutput } from "./parse/check-tensors";
import type { Config } from "./parse/config";
import { type Gguf, parseGguf } from "./parse/gguf";
import { readConfig } from "./parse/read-config";
import { readVocabulary, type Vocabulary } from "./parse/vocabulary";
import type { Conversation } from "./read-prompt";
import { Writer } from "./sample/writer";
import { StateKeeper } from "./states/keeper";
import { Timeline } from "./states/timeline";
import { countBlockTokens } from "./states/transfer";
import type { ByteSource } from "./store/byte-source";
import { matmulMemory } from "./store/matmul-memory";
import { openModel } from "./store/model-reader";
import { findRecord } from "./store/model-record";
import { type ChatTemplate, chooseTemplate } from "./text/chat-template";
import { KnownAnswers } from "./text/known-answers";
import { buildPrompt, type Prompt } from "./text/prompt";
import { createTokenizer } from "./text/tokenizer";
import { findCallMarks } from "./text/tool-calls";

export interface Loaded extends Conversation {
  readonly info: LoadedModel;
  readonly writer: Writer;
  readonly template: ChatTemplate;
}

interface ParsedModel {
  readonly gguf: Gguf;
  readonly config: Config;
  readonly vocabulary: Vocabulary;
}

interface StoredSource extends ParsedModel {
  readonly modelId: string;
  readonly sha256: string | null; // of the file
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
  const sha256 = (await findRecord(modelId))?.sha256 ?? null;
  return { modelId, sha256, source, gguf, vocabulary, config: { ...config, isTied } };
}

interface LoadContext {
  readonly signal: AbortSignal;
  readonly startedAt: number; // when the load began
  readonly report: (event: EngineEvent) => void; // of what happens afterwards
  readonly known: Map<string, KnownAnswers>; // by the file's hash: what was answered before this load
}

/** The model options that keep every product and the cache in f32. */
const inF32 = ({ isCpu }: Gpu) =>
  ({ activations: "f32", kvFormat: "f32", matmul: isCpu ? "rows" : "tiled" }) as const;

/** Puts an opened model on the device. */
export async function loadModel(
  gpu: Gpu,
  stored: StoredSource,
  options: LoadOptions,
  onProgress: (progress: LoadProgress) => void,
  { signal, startedAt, report, known }: LoadContext,
): Promise<Loaded> {
  const { modelId, source, gguf, config, vocabulary } = stored;
  const model = await Model.load(gpu, config, gguf.tensors, source, {
    signal,
    contextLength: Math.min(config.contextLength, options.contextLength ?? config.contextLength),
    onWeights: (loadedBytes, totalBytes) => onProgress({ phase: "weights", loadedBytes, totalBytes }),
    onCompiling: () => onProgress({ phase: "compiling" }),
    alsoCompile: kernelsAtLoad(gpu.isCpu),
    matmulMemory,
    ...(options.precision === "f32" ? inF32(gpu) : {}),
  });
  let writer: Writer | undefined;
  try {
    writer = await Writer.create(model);
    const template = await chooseTemplate(vocabulary, config.name);
    const tokenizer = createTokenizer(vocabulary);
    const info: LoadedModel = {
      modelId,
      name: config.name,
      contextLength: model.state.contextLength,
      ownContextLength: config.contextLength,
      contextBytes: model.state.contextLength * model.state.bytesPerToken,
      vocabSize: config.vocabSize,
      parameterCount: countParameters(gguf, config),
      weightBytes: model.weights.byteLength,
      stateBytes: model.stateBytes,
      reasons: template.reasons,
      ignoresTemplate: template.ignoresOwn,
      callsTools: template.takesTools && findCallMarks(tokenizer) !== null,
      precision: options.precision ?? "fast",
      loadMs: performance.now() - startedAt,
    };
    const answers = known.get(stored.sha256 ?? "") ?? new KnownAnswers(tokenizer);
    if (stored.sha256 !== null) known.set(stored.sha256, answers);
    const endIds = new Set(vocabulary.eosIds);
    const memory = await createMemory(model, stored.sha256, report, { tokenizer, answers });
    const formats = new AnswerFormats(tokenizer);
    return { info, model, writer, template, tokenizer, endIds, formats, ...memory, reading: null };
  } catch (error) {
    writer?.dispose();
    model.dispose();
    throw error;
  }
}

/** What remembers: tokens and checkpoints on the GPU, states on the disk, and how answers were written. */
async function createMemory(
  model: Model,
  sha256: string | null,
  report: LoadContext["report"],
  { tokenizer, answers }: Pick<Conversation, "tokenizer" | "answers">,
): Promise<Pick<Conversation, "timeline" | "keeper" | "answers">> {
  const timeline = new Timeline(model);
  const keeper = new StateKeeper(model, timeline, countBlockTokens(model.state), {
    modelKey: sha256 === null ? null : `${sha256} ${model.numerics}`,
    report,
    listAnswers: (ids) => answers.listIn(ids),
  });
  for (const ids of await keeper.listSavedAnswers()) answers.remember(tokenizer.decode(ids), ids);
  return { timeline, keeper, answers };
}

/** What the model is to read of a chat. */
export function promptOf(
  { tokenizer, template, answers }: Loaded,
  { messages, ...options }: Pick<GenerateRequest, "messages" | "tools" | "continuesAnswer">,
): Prompt {
  return buildPrompt(tokenizer, template, messages, { ...options, answers });
}

export function disposeLoaded({ writer, model, timeline, keeper }: Loaded): void {
  keeper.stop();
  timeline.dispose();
  writer.dispose();
  model.dispose();
}
