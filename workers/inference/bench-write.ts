// An answer as a measurement needs one: so many tokens, whichever they are.
import type { Model } from "./forward/model";
import { recordDispatches, timeEncoding } from "./gpu/observe";
import type { Writer } from "./sample/writer";

export const GREEDY = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };

/** Writes greedily from the logits that the model has; throws when stopped before the last token. */
export async function writeGreedily(
  writer: Writer,
  tokens: number,
  signal: AbortSignal,
  onChoice: () => void = () => undefined,
): Promise<void> {
  await writer.write({
    settings: GREEDY,
    random: () => 0,
    recent: [],
    endIds: new Set(),
    maxTokens: tokens,
    signal,
    onChoice,
  });
  signal.throwIfAborted();
}

/** What writing so many tokens asks of the device. */
export async function countCommands(
  { gpu }: Model,
  writer: Writer,
  tokens: number,
  signal: AbortSignal,
): Promise<{ dispatches: number; submits: number }> {
  const commands = recordDispatches(gpu.device);
  const encoding = timeEncoding(gpu.device);
  try {
    await writeGreedily(writer, tokens, signal);
    return { dispatches: commands.dispatches.length, submits: encoding.read().submits };
  } finally {
    encoding.stop();
    commands.stop();
  }
}
