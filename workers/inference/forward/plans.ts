// The plans of a model: of single tokens and of chunks of any length, recorded when it loads, and of short chunks, whose
// kernels are compiled while the model is used already.
import { invariant } from "../errors";
import type { Plan, Recorder } from "../gpu/plan";
import { type ForwardInputs, recordChunk, recordHead } from "./forward";
import { listPlanLengths } from "./matmul-kind";
import type { TokenPath } from "./token-path";

type Replaced = ReadonlyMap<GPUBuffer, GPUBuffer>;

interface ChunkPlan {
  readonly maxTokens: number;
  readonly plan: Plan;
}

export class Plans {
  private readonly replacements: Replaced[] = []; // while short plans are being recorded
  private isDisposed = false;

  private constructor(
    private readonly recorder: Recorder,
    private chunks: readonly ChunkPlan[], // the shortest first
    /** Logits after a chunk's last token. */
    public chunkHead: Plan,
    /** One token with its logits. */
    public token: Plan,
  ) {}

  /** Single tokens have a plan of their own where `token` is given: on GPUs, when the weights suit it. */
  static async record(recorder: Recorder, inputs: ForwardInputs, token?: TokenPath): Promise<Plans> {
    const { maxTokens } = inputs.scratch;
    recordChunk(recorder, inputs, maxTokens);
    const chunk: ChunkPlan = { maxTokens, plan: await recorder.finish() };
    if (token?.canRun(inputs.weights)) {
      const head = await token.recordChunkHead(recorder, inputs);
      return new Plans(recorder, [chunk], head, await token.recordToken(recorder, inputs));
    }
    recordHead(recorder, inputs, "last", inputs.scratch.logits);
    const head = await recorder.finish();
    return new Plans(recorder, [chunk], head, [...chunk.plan, ...head]);
  }

  /** Records what short chunks gain from; until then, and where that fails, they go the way of long ones. */
  async addShort(inputs: ForwardInputs): Promise<void> {
    const lengths = listPlanLengths(inputs.matmul, inputs.scratch.maxTokens).slice(0, -1);
    for (const maxTokens of lengths) {
      if (this.isDisposed) return;
      const before = this.replacements.length;
      recordChunk(this.recorder, inputs, maxTokens);
      let plan = await this.recorder.finish();
      for (const replaced of this.replacements.slice(before)) plan = this.recorder.rebind(plan, replaced);
      this.chunks = [...this.chunks, { maxTokens, plan }].sort((a, b) => a.maxTokens - b.maxTokens);
    }
  }

  /** The plan that reads so many tokens. */
  choose(tokenCount: number): Plan {
    if (tokenCount === 1) return this.token;
    const chunk = this.chunks.find(({ maxTokens }) => tokenCount <= maxTokens);
    invariant(chunk !== undefined, () => `a chunk of ${tokenCount} tokens`);
    return chunk.plan;
  }

  /** Binds other buffers in place of those that were replaced; what is still being recorded does so at its end. */
  rebind(replaced: Replaced): void {
    const { recorder } = this;
    this.replacements.push(replaced);
    this.chunks = this.chunks.map(({ maxTokens, plan }) => ({
      maxTokens,
      plan: recorder.rebind(plan, replaced),
    }));
    this.chunkHead = recorder.rebind(this.chunkHead, replaced);
    this.token = recorder.rebind(this.token, replaced);
  }

  dispose(): void {
    this.isDisposed = true;
  }
}
