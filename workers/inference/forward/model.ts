// A model ready to run: weights, state and plans on one device. Reads prompts in chunks; its logits stay on the GPU, where
// sample/ chooses tokens from them and runs the plan of a single token.
//
// A chunk is the unit that can be stopped: recurrent states cannot be rolled back, so a chunk always ends. Its size
// follows the measured speed, so that stopping is quick and no submit holds the GPU for long (graphics drivers reset a GPU
// that is busy for two seconds, and the page's own drawing waits behind a submit).
import { GpuOutOfMemoryError, invariant, NumericalError } from "../errors";
import { createBuffer, type Gpu, hearErrors, untilLost } from "../gpu/device";
import { repack } from "../gpu/kernels/layer-kernels";
import { encode, type Plan, Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import type { ByteSource } from "../store/byte-source";
import { LazyColumns } from "./columns";
import { compileTokenAhead } from "./compile-token";
import { compileAhead, type ForwardInputs, recordHead } from "./forward";
import { startChoosing } from "./matmul-choice";
import type { ModelOptions, ReadOptions } from "./model-options";
import { ChunkPacer } from "./pacer";
import { Plans } from "./plans";
import { createScratch, type Scratch } from "./scratch";
import { State } from "./state";
import { chooseActivations, createTokenPath } from "./token-path";
import { loadWeights, type Weights } from "./weights";

export type { ModelOptions, ReadOptions } from "./model-options";

const DEFAULT_MAX_CHUNK = 512;

export class Model {
  private constructor(
    readonly gpu: Gpu,
    readonly config: Config,
    readonly weights: Weights,
    readonly state: State,
    readonly recorder: Recorder,
    /** scratch.logits are those of the last token read, unless a chunk was stopped or readAll has read. */
    readonly scratch: Scratch,
    private readonly plans: Plans,
    private readonly inputs: ForwardInputs,
    private readonly readback: GPUBuffer,
    private readonly pacer: ChunkPacer,
    /** What reads several tokens at once, made when it is first wanted. */
    readonly columns: LazyColumns,
    /** What its numbers were made with: states made otherwise differ in their last bits, or more. */
    readonly numerics: string,
  ) {}

  /** Puts a checked file's weights on the GPU and compiles its plans. The device stays the caller's. */
  static async load(
    gpu: Gpu,
    config: Config,
    tensors: ReadonlyMap<string, TensorInfo>,
    source: ByteSource,
    options: ModelOptions,
  ): Promise<Model> {
    await hearErrors(gpu);
    gpu.takeError(); // of a load before this one, which has failed
    const recorder = new Recorder(gpu);
    const disposables: { dispose(): void }[] = [recorder];
    const keep = <T extends { dispose(): void }>(thing: T): T => {
      disposables.push(thing);
      return thing;
    };
    try {
      const { kvFormat = "f16", contextLength } = options;
      const isCpu = gpu.isCpu && !options.asGpu;
      recorder.compiler.compile(repack).catch(() => {}); // first: the weights wait for it
      const { choice, quiet } = startChoosing(gpu, options.matmulMemory, options.matmul);
      const choosing = choice.then((kind) => {
        compileAhead(recorder.compiler, [...tensors.values()], kvFormat, kind);
        return kind;
      });
      choosing.catch(() => {}); // heard below, unless the weights fail first
      const activations = chooseActivations(gpu, config, tensors.values(), options.activations);
      const spec = { config, kvFormat, activations, contextLength };
      if (!isCpu) compileTokenAhead(recorder.compiler, [...tensors.values()], spec);
      for (const source of options.alsoCompile ?? []) recorder.compiler.compile(source).catch(() => {});
      const maxChunk = options.fixedChunk ?? options.maxChunk ?? DEFAULT_MAX_CHUNK;
      const scratch = keep(await createScratch(gpu, config, maxChunk));
      const state = keep(await State.create(gpu, config, { ...options, kvFormat }));
      const readback = await createBuffer(gpu, {
        label: "logits readback",
        size: config.vocabSize * 4,
        usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
      });
      keep({ dispose: () => readback.destroy() });
      await quiet;
      const weights = keep(
        await loadWeights(gpu, recorder.compiler, config, tensors, source, {
          ...(options.onWeights ? { onProgress: options.onWeights } : {}),
          ...(options.signal ? { signal: options.signal } : {}),
          ...(options.maxPartBytes ? { maxPartBytes: options.maxPartBytes } : {}),
        }),
      );
      options.onCompiling?.();
      await state.measureContext();
      const matmul = await choosing;
      const inputs: ForwardInputs = { config, weights, state, scratch, kvFormat, matmul };
      const token = isCpu ? undefined : keep(await createTokenPath(gpu, spec));
      const plans = keep(await Plans.record(recorder, inputs, token));
      const model = new Model(
        gpu,
        config,
        weights,
        state,
        recorder,
        scratch,
        plans,
        inputs,
        readback,
        new ChunkPacer(maxChunk, options.fixedChunk),
        keep(new LazyColumns(gpu, recorder, inputs, token)),
        [matmul, kvFormat, isCpu ? "f32" : activations].join("/"),
      );
      await hearErrors(gpu);
      model.throwIfBroken();
      plans.addShort(inputs).catch(() => {}); // a plan that is missing is done without
      return model;
    } catch (error) {
      for (const thing of disposables) thing.dispose();
      throw error;
    }
  }

  /** Dispatches to read one token and get its logits. */
  get dispatchesPerToken(): number {
    return this.plans.token.length;
  }

  /** The plan that reads the token in scratch.tokenIds and makes its logits, in parts for a submit each. */
  splitToken(): Plan[] {
    return this.pacer.split(this.plans.token, 1);
  }

  /** The same of the plan that reads columns. */
  splitColumns(): Plan[] {
    return this.pacer.split(this.columns.plan, 2); // hardly longer than two tokens
  }

  /** Makes room in the attention cache for so many tokens, what was read included. Plans split off before are void then. */
  async reserve(tokens: number): Promise<void> {
    const replaced = await this.state.reserve(tokens);
    if (!replaced) return;
    this.plans.rebind(replaced);
    this.columns.rebind(replaced);
  }

  get stateBytes(): number {
    return this.state.byteLength + this.scratch.byteLength + this.columns.byteLength;
  }

  /**
   * Reads tokens into the state and leaves the logits after the last one on the GPU. False when stopped before it; the state
   * then holds what was read.
   */
  async prefill(tokens: ArrayLike<number>, options: ReadOptions = {}): Promise<boolean> {
    const { signal, onRead, mayOutlast = false } = options;
    invariant(tokens.length > 0, () => "no tokens to read");
    this.checkTokens(tokens);
    await this.reserve(this.state.position + tokens.length);
    for (let done = 0; done < tokens.length; ) {
      if (signal?.aborted) return false;
      const count = this.pacer.nextChunk(tokens.length - done);
      const startedAt = performance.now();
      const chunk = Array.prototype.slice.call(tokens, done, done + count);
      const isLast = done + count === tokens.length;
      await this.runChunk(chunk, isLast);
      const noted = this.notePace(count, startedAt);
      if (isLast && mayOutlast)
        noted.catch(() => undefined); // whoever waits for what comes behind it hears of it
      else await noted.then(() => this.throwIfBroken());
      done += count;
      onRead?.(done);
    }
    return true;
  }

  /** Reads tokens and returns the logits after the last one, [vocabSize], or null when stopped. For tools and tests. */
  async read(tokens: ArrayLike<number>, options: ReadOptions = {}): Promise<Float32Array | null> {
    return (await this.prefill(tokens, options)) ? this.readLogits() : null;
  }

  /** The logits after the last token read, [vocabSize]. */
  async readLogits(): Promise<Float32Array> {
    const { device } = this.gpu;
    const encoder = device.createCommandEncoder({ label: "logits" });
    encoder.copyBufferToBuffer(this.scratch.logits, 0, this.readback, 0, this.config.vocabSize * 4);
    device.queue.submit([encoder.finish()]);
    const logits = await this.map(this.readback);
    this.throwIfBroken();
    return logits;
  }

  /** Reads tokens in one chunk and returns the logits after each, [tokens, vocabSize]. For tools and tests. */
  async readAll(tokens: readonly number[]): Promise<Float32Array> {
    this.checkTokens(tokens);
    await this.reserve(this.state.position + tokens.length);
    const { vocabSize } = this.config;
    const bytes = tokens.length * vocabSize * 4;
    const { device } = this.gpu;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
    const logits = await createBuffer(this.gpu, { label: "all logits", size: bytes, usage });
    const readback = await createBuffer(this.gpu, {
      label: "all logits readback",
      size: bytes,
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
    try {
      recordHead(this.recorder, this.inputs, "all", logits);
      const head = await this.recorder.finish();
      await this.runLayers(tokens);
      const encoder = device.createCommandEncoder({ label: "all logits" });
      encode(encoder, head, this.recorder, tokens.length);
      encoder.copyBufferToBuffer(logits, 0, readback, 0, bytes);
      device.queue.submit([encoder.finish()]);
      return await this.map(readback);
    } finally {
      logits.destroy();
      readback.destroy();
    }
  }

  /** Forgets everything read. */
  reset(): void {
    this.state.reset();
  }

  /** Frees everything on the GPU but the device. */
  dispose(): void {
    const { weights, state, scratch, columns, plans, recorder } = this;
    for (const part of [weights, state, scratch, columns, plans, recorder]) part.dispose();
    this.readback.destroy();
  }

  private checkTokens(tokens: ArrayLike<number>): void {
    const { vocabSize } = this.config;
    invariant(
      this.state.position + tokens.length <= this.state.contextLength,
      () =>
        `${this.state.position} + ${tokens.length} tokens exceed the context of ${this.state.contextLength}`,
    );
    for (let i = 0; i < tokens.length; i++) {
      const id = tokens[i] as number;
      invariant(
        Number.isInteger(id) && id >= 0 && id < vocabSize,
        () => `token id ${id} is not below ${vocabSize}`,
      );
    }
  }

  /** Submits a chunk, with the logits after its last token when they are wanted. */
  private async runChunk(tokens: readonly number[], withLogits: boolean): Promise<void> {
    const { device } = this.gpu;
    await this.runLayers(tokens);
    if (withLogits && tokens.length > 1) {
      const encoder = device.createCommandEncoder({ label: "logits" });
      encode(encoder, this.plans.chunkHead, this.recorder, tokens.length);
      device.queue.submit([encoder.finish()]);
    }
  }

  /** Until the chunk submitted last is done. */
  private async notePace(tokenCount: number, startedAt: number): Promise<void> {
    await untilLost(this.gpu, this.gpu.device.queue.onSubmittedWorkDone());
    if (tokenCount > 1) this.pacer.record(tokenCount, performance.now() - startedAt);
  }

  /** Submits the layers over one chunk, in as many submits as the speed measured so far asks for. */
  private async runLayers(tokens: readonly number[]): Promise<void> {
    const { device } = this.gpu;
    device.queue.writeBuffer(this.scratch.tokenIds, 0, Uint32Array.from(tokens));
    device.queue.writeBuffer(this.recorder.step, 0, Uint32Array.of(tokens.length, this.state.position));
    const parts = this.pacer.split(this.plans.choose(tokens.length), tokens.length);
    for (const [index, part] of parts.entries()) {
      const encoder = device.createCommandEncoder({ label: "layers" });
      encode(encoder, part, this.recorder, tokens.length);
      device.queue.submit([encoder.finish()]);
      if (index < parts.length - 1) await untilLost(this.gpu, device.queue.onSubmittedWorkDone());
    }
    this.state.position += tokens.length;
  }

  private async map(buffer: GPUBuffer): Promise<Float32Array> {
    await untilLost(this.gpu, buffer.mapAsync(GPUMapMode.READ));
    const values = new Float32Array(buffer.getMappedRange().slice(0));
    buffer.unmap();
    return values;
  }

  /** Throws when the GPU has refused a command. */
  throwIfBroken(): void {
    const error = this.gpu.takeError();
    if (error instanceof GpuOutOfMemoryError) throw error;
    if (error) throw new NumericalError(`the GPU refused a command: ${error.message}`);
  }
}
