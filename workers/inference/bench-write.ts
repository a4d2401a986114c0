// An answer as a measurement needs one: so many tokens, whichever they are.
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
