// The sampling kernels with their buffers: logits on the GPU → the next token's id and step on the GPU, and a record of 16
// bytes for the CPU. The CPU brings settings, recent ids and random numbers; the rules are those of sampler.ts.
import type { SamplingSettings } from "../api";
import { invariant } from "../errors";
import { createBuffer, type Gpu } from "../gpu/device";
import {
  BUCKET_WORDS,
  MAX_CANDIDATES,
  MAX_END_IDS,
  RANDOM_NUMBERS,
  SAMPLE_BLOCK,
  SAMPLING_LAYOUT,
  sampleBest,
  sampleDraw,
  sampleGather,
  sampleMax,
  sampleRank,
  sampleWeigh,
} from "../gpu/kernels/sample-kernels";
import type { Binding, Plan, Recorder } from "../gpu/plan";
import { isCut, RECENT_TOKENS } from "./sampler";

/** Random numbers written at a time. The ring holds two batches: steps in flight may still need the last one. */
const RANDOM_BATCH = RANDOM_NUMBERS / 2;
/** So that a temperature next to 0 divides to a number, and one without bound stays one. */
const TEMPERATURE_RANGE = [1e-30, 1e30] as const;
const LARGEST_BELOW_1 = 1 - 2 ** -24; // as f32
const MAX_U32 = 2 ** 32 - 1;

export interface SamplingRequest {
  readonly settings: SamplingSettings;
  /** Asked for one number a token, from 0 to 1, 1 excluded. */
  readonly random: () => number;
  /** Ids so far, the newest last. */
  readonly recent: ArrayLike<number>;
  readonly endIds: ReadonlySet<number>;
  readonly maxTokens: number;
}

/** What a Model offers to its sampler. */
export interface LogitsSource {
  readonly gpu: Gpu;
  readonly recorder: Recorder;
  readonly config: { readonly vocabSize: number };
  readonly scratch: { readonly logits: GPUBuffer; readonly tokenIds: GPUBuffer };
  readonly state: { readonly position: number; readonly contextLength: number };
}

/** How an answer's tokens are chosen: the best, or drawn, from all or where top-k or top-p cut. */
export type Choosing = "greedy" | "draw" | "cut";

const makeBuffers = async ({ gpu, config }: LogitsSource) => {
  const made: GPUBuffer[] = [];
  const words = async (label: string, count: number): Promise<GPUBuffer> => {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
    const buffer = await createBuffer(gpu, { label, size: Math.max(256, count * 4), usage });
    made.push(buffer);
    return buffer;
  };
  const blocks = Math.ceil(config.vocabSize / SAMPLE_BLOCK);
  try {
    return {
      sampling: await words("sampling", SAMPLING_LAYOUT.words),
      seen: await words("seen tokens", config.vocabSize), // how often each is among the recent ones
      block_bests: await words("block bests", blocks * 2),
      block_sums: await words("block sums", blocks),
      buckets: await words("buckets", BUCKET_WORDS),
      candidates: await words("candidates", MAX_CANDIDATES * 2),
    };
  } catch (error) {
    for (const buffer of made) buffer.destroy();
    throw error;
  }
};

type Buffers = Awaited<ReturnType<typeof makeBuffers>>;

function recordPlan(
  { recorder, scratch, config }: LogitsSource,
  buffers: Buffers,
  choosing: Choosing,
  logits: Binding = scratch.logits,
): Promise<Plan> {
  const { vocabSize: vocab_size } = config;
  const block_count = Math.ceil(vocab_size / SAMPLE_BLOCK);
  const bindings = {
    ...buffers,
    logits,
    token_ids: scratch.tokenIds,
    next_step: recorder.step,
  };
  const everyBlock = () => [block_count] as const;
  const once = () => [1] as const;
  const weigh = (is_cut: number) =>
    recorder.run(sampleWeigh, bindings, { vocab_size, block_count, is_cut }, everyBlock);

  recorder.run(sampleMax, bindings, { vocab_size, bucket_words: BUCKET_WORDS }, everyBlock);
  switch (choosing) {
    case "greedy":
      recorder.run(sampleBest, bindings, { block_count }, once);
      break;
    case "draw":
      weigh(0);
      recorder.run(sampleDraw, bindings, { vocab_size, block_count }, once);
      break;
    case "cut":
      weigh(1);
      recorder.run(sampleGather, bindings, { vocab_size, block_count }, everyBlock);
      recorder.run(sampleRank, bindings, { block_count }, once);
      break;
    default:
      choosing satisfies never;
  }
  return recorder.finish();
}

export class GpuSampler {
  private readonly numbers = new Float32Array(RANDOM_NUMBERS); // what the GPU has
  private numberCount = 0; // drawn for the answer
  private random: () => number = () => 0;
  private readonly drawing = new Map<Choosing, Promise<Plan>>();

  private constructor(
    private readonly source: LogitsSource,
    private readonly buffers: Buffers,
    /** The plan that takes the best token, or the one that was forced. */
    readonly greedy: Plan,
  ) {}

  /** Throws GpuOutOfMemoryError. The source stays the caller's. */
  static async create(source: LogitsSource): Promise<GpuSampler> {
    const buffers = await makeBuffers(source);
    return new GpuSampler(source, buffers, await recordPlan(source, buffers, "greedy"));
  }

  /** The plan that chooses each token of an answer; one that draws is recorded when the first answer needs it. */
  plan({ settings }: Pick<SamplingRequest, "settings">): Promise<Plan> {
    const choosing = this.findChoosing(settings);
    if (choosing === "greedy") return Promise.resolve(this.greedy);
    const recorded = this.drawing.get(choosing) ?? recordPlan(this.source, this.buffers, choosing);
    this.drawing.set(choosing, recorded);
    return recorded;
  }

  findChoosing(settings: SamplingSettings): Choosing {
    if (settings.temperature === 0) return "greedy";
    return isCut(settings, this.source.config.vocabSize) ? "cut" : "draw";
  }

  /** A plan that chooses from other logits. */
  recordFor(choosing: Choosing, logits: Binding): Promise<Plan> {
    return recordPlan(this.source, this.buffers, choosing, logits);
  }

  /** Where an answer stands, as shaders/lib/sampling.wgsl has it. */
  get state(): GPUBuffer {
    return this.buffers.sampling;
  }

  /** Sets up an answer from the logits that the model has now. */
  begin(request: SamplingRequest): void {
    const { settings, random, recent, endIds, maxTokens } = request;
    const { gpu, state, config } = this.source;
    invariant(endIds.size <= MAX_END_IDS, () => `${endIds.size} end tokens, not at most ${MAX_END_IDS}`);
    const layout = SAMPLING_LAYOUT;
    const words = new Uint32Array(layout.words);
    const floats = new Float32Array(words.buffer);
    const [coldest, hottest] = TEMPERATURE_RANGE;
    floats[layout.temperature] = Math.min(hottest, Math.max(coldest, settings.temperature));
    floats[layout.repetitionPenalty] = settings.repetitionPenalty;
    floats[layout.topP] = settings.topP;
    floats[layout.minP] = settings.minP;
    words[layout.topK] = settings.topK < config.vocabSize ? settings.topK : 0;
    words[layout.maxTokens] = Math.min(maxTokens, MAX_U32);
    words[layout.contextLength] = state.contextLength;
    words[layout.endCount] = endIds.size;
    words[layout.position] = state.position;
    words[layout.heard] = recent.length;
    words.set([...endIds], layout.ends);
    const seen = new Uint32Array(config.vocabSize);
    for (let at = Math.max(0, recent.length - RECENT_TOKENS); at < recent.length; at++) {
      const id = recent[at] as number;
      words[layout.recent + (at % RECENT_TOKENS)] = id;
      seen[id] = (seen[id] as number) + 1;
    }
    gpu.device.queue.writeBuffer(this.buffers.sampling, 0, words);
    if (settings.repetitionPenalty !== 1) gpu.device.queue.writeBuffer(this.buffers.seen, 0, seen);
    this.writeStep();
    this.random = random;
    this.numberCount = 0;
  }

  /** Sees to it that the GPU has the random number of the token with that index in the answer. */
  provideRandom(index: number): void {
    while (this.numberCount <= index) {
      const start = this.numberCount % RANDOM_NUMBERS;
      for (let i = 0; i < RANDOM_BATCH; i++)
        this.numbers[start + i] = Math.min(LARGEST_BELOW_1, this.random());
      const { random } = SAMPLING_LAYOUT;
      const batch = this.numbers.subarray(start, start + RANDOM_BATCH);
      this.source.gpu.device.queue.writeBuffer(this.buffers.sampling, (random + start) * 4, batch);
      this.numberCount += RANDOM_BATCH;
    }
  }

  /** The random number of one of the last tokens. */
  randomOf(index: number): number {
    return this.numbers[index % RANDOM_NUMBERS] as number;
  }

  /** Makes the next greedy step take that id, where a step has ended for lack of one. */
  force(id: number): void {
    const words = Uint32Array.of(0, id + 1); // goes on, with this
    this.source.gpu.device.queue.writeBuffer(this.buffers.sampling, (SAMPLING_LAYOUT.forced - 1) * 4, words);
    this.writeStep();
  }

  /** Copies the last step's record: id, outcome, position, count. */
  copyRecord(encoder: GPUCommandEncoder, target: GPUBuffer, offset = 0): void {
    encoder.copyBufferToBuffer(this.buffers.sampling, SAMPLING_LAYOUT.record * 4, target, offset, 16);
  }

  dispose(): void {
    for (const buffer of Object.values(this.buffers)) buffer.destroy();
  }

  /** The sampling kernels do nothing either where there is no token. */
  private writeStep(): void {
    const { gpu, recorder, state } = this.source;
    gpu.device.queue.writeBuffer(recorder.step, 0, Uint32Array.of(1, state.position));
  }
}
