// The plans of a model, recorded once when it loads: of chunks, short chunks and single tokens.
import type { Plan, Recorder } from "../gpu/plan";
import { type ForwardInputs, recordChunk, recordHead } from "./forward";
import { hasShortPlan, SHORT_CHUNK_TOKENS } from "./matmul-kind";
import type { TokenPath } from "./token-path";

export interface Plans {
  readonly chunk: Plan;
  readonly shortChunk: Plan; // of at most SHORT_CHUNK_TOKENS
  readonly chunkHead: Plan; // logits after its last token
  readonly token: Plan; // with its logits
}

/** The plan that reads so many tokens. */
export function choosePlan({ token, shortChunk, chunk }: Plans, tokenCount: number): Plan {
  if (tokenCount === 1) return token;
  return tokenCount <= SHORT_CHUNK_TOKENS ? shortChunk : chunk;
}

/** The same plans with other buffers in place of those that were replaced. */
export function rebindPlans(
  recorder: Recorder,
  plans: Plans,
  replaced: ReadonlyMap<GPUBuffer, GPUBuffer>,
): Plans {
  return {
    chunk: recorder.rebind(plans.chunk, replaced),
    shortChunk: recorder.rebind(plans.shortChunk, replaced),
    chunkHead: recorder.rebind(plans.chunkHead, replaced),
    token: recorder.rebind(plans.token, replaced),
  };
}

/** Single tokens have a plan of their own where `token` is given: on GPUs, when the weights suit it. */
export async function recordPlans(
  recorder: Recorder,
  inputs: ForwardInputs,
  token?: TokenPath,
): Promise<Plans> {
  recordChunk(recorder, inputs);
  const chunk = await recorder.finish();
  if (hasShortPlan(inputs.matmul)) recordChunk(recorder, inputs, SHORT_CHUNK_TOKENS);
  const shortChunk = hasShortPlan(inputs.matmul) ? await recorder.finish() : chunk;
  if (!token?.canRun(inputs.weights)) {
    recordHead(recorder, inputs, "last", inputs.scratch.logits);
    const chunkHead = await recorder.finish();
    return { chunk, shortChunk, chunkHead, token: [...chunk, ...chunkHead] };
  }
  const chunkHead = await token.recordChunkHead(recorder, inputs);
  return { chunk, shortChunk, chunkHead, token: await token.recordToken(recorder, inputs) };
}
