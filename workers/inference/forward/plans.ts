// The plans of a model, recorded once when it loads: of chunks of several lengths and of single tokens.
import { invariant } from "../errors";
import type { Plan, Recorder } from "../gpu/plan";
import { type ForwardInputs, recordChunk, recordHead } from "./forward";
import { listPlanLengths } from "./matmul-kind";
import type { TokenPath } from "./token-path";

interface ChunkPlan {
  readonly maxTokens: number;
  readonly plan: Plan;
}

export interface Plans {
  readonly chunks: readonly ChunkPlan[]; // the shortest first
  readonly chunkHead: Plan; // logits after its last token
  readonly token: Plan; // with its logits
}

/** The plan that reads so many tokens. */
export function choosePlan({ token, chunks }: Plans, tokenCount: number): Plan {
  if (tokenCount === 1) return token;
  const chunk = chunks.find(({ maxTokens }) => tokenCount <= maxTokens);
  invariant(chunk !== undefined, () => `a chunk of ${tokenCount} tokens`);
  return chunk.plan;
}

/** The same plans with other buffers in place of those that were replaced. */
export function rebindPlans(
  recorder: Recorder,
  { chunks, chunkHead, token }: Plans,
  replaced: ReadonlyMap<GPUBuffer, GPUBuffer>,
): Plans {
  return {
    chunks: chunks.map(({ maxTokens, plan }) => ({ maxTokens, plan: recorder.rebind(plan, replaced) })),
    chunkHead: recorder.rebind(chunkHead, replaced),
    token: recorder.rebind(token, replaced),
  };
}

/** Single tokens have a plan of their own where `token` is given: on GPUs, when the weights suit it. */
export async function recordPlans(
  recorder: Recorder,
  inputs: ForwardInputs,
  token?: TokenPath,
): Promise<Plans> {
  const chunks: ChunkPlan[] = [];
  for (const maxTokens of listPlanLengths(inputs.matmul, inputs.scratch.maxTokens)) {
    recordChunk(recorder, inputs, maxTokens);
    chunks.push({ maxTokens, plan: await recorder.finish() });
  }
  if (!token?.canRun(inputs.weights)) {
    recordHead(recorder, inputs, "last", inputs.scratch.logits);
    const chunkHead = await recorder.finish();
    return { chunks, chunkHead, token: [...(chunks[0] as ChunkPlan).plan, ...chunkHead] };
  }
  const chunkHead = await token.recordChunkHead(recorder, inputs);
  return { chunks, chunkHead, token: await token.recordToken(recorder, inputs) };
}
