// Times the first token of a short prompt, as a chat with the model loaded feels it: of a GPU at work, and of one that had
// nothing to do, whose clocks have sunk.

import { writeGreedily } from "./bench-write";
import { sleep } from "./download/abortable";
import type { Model } from "./forward/model";
import type { Writer } from "./sample/writer";

export interface ShortPrompt {
  readonly model: Model;
  readonly writer: Writer;
  readonly ids: Uint32Array;
  readonly signal: AbortSignal;
}

/** Work after which a GPU's clocks are up: an H200 took 350 ms from a third of them to all. */
const WARM_UP_MS = 1_000;

/**
 * Milliseconds from a prompt's ids to the first id of the answer, after so long a rest: as for somebody who took time to
 * write. The model has read nothing before.
 */
export async function timeFirstToken(prompt: ShortPrompt, restMs: number): Promise<number> {
  const { model, writer, ids, signal } = prompt;
  if (restMs > 0) await sleep(restMs, signal);
  const startedAt = performance.now();
  await model.prefill(ids, { signal, mayOutlast: true });
  signal.throwIfAborted();
  await writeGreedily(writer, 1, signal);
  return performance.now() - startedAt;
}

/** What is measured before a GPU's clocks are up comes out at a third of its speed. A CPU needs no such time. */
export async function warmUp(prompt: ShortPrompt): Promise<void> {
  const until = performance.now() + (prompt.model.gpu.isCpu ? 0 : WARM_UP_MS);
  do {
    prompt.model.reset();
    await timeFirstToken(prompt, 0);
  } while (performance.now() < until);
}
