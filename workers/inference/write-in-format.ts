// Writes an answer that keeps to a format: token after token on the CPU's sampler, from the logits of the pieces that the format
// allows. Beside the writer, which knows of no format. Whatever the limit, the answer comes to its proper end within it.
import type { FormattedRequest, GenerateEvent, GenerateResult } from "./api";
import { AnswerFormatError } from "./errors";
import type { Model } from "./forward/model";
import { generate } from "./generate";
import type { Guide } from "./grammar/guide";
import type { Conversation } from "./read-prompt";
import { createSamplerFrom, type Sampler } from "./sample/sampler";
import type { Ending, WriteOptions } from "./sample/writer";
import type { Prompt } from "./text/prompt";

/** An answer as generate() streams it, in the format that is asked for, if any is. */
export async function generateInFormat(
  conversation: Conversation,
  prompt: Prompt,
  request: FormattedRequest,
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const { format } = request;
  if (!format) return generate(conversation, prompt, request, onEvent, signal);
  const guide = await conversation.formats.createGuide(format, request, prompt);
  const write = (options: WriteOptions) => writeInFormat(conversation.model, guide, options);
  const led: Conversation = { ...conversation, writer: { write, isQuick: conversation.writer.isQuick } };
  try {
    return await generate(led, prompt, request, onEvent, signal);
  } finally {
    conversation.reading = led.reading; // a token may outlast the answer
  }
}

/** Writes from the logits of the last token read, as Writer.write() does. An answer that was hurried counts as cut. */
async function writeInFormat(model: Model, guide: Guide, options: WriteOptions): Promise<Ending> {
  const { settings, random, endIds, maxTokens, signal, onChoice } = options;
  const { contextLength, position: start } = model.state;
  const room = Math.min(maxTokens, contextLength - start);
  if (guide.isFinished) return "end-token"; // an answer that goes on had come to its end
  if (guide.shortest > room) {
    throw new AnswerFormatError(
      `The shortest answer that keeps to the schema may take ${guide.shortest} tokens, and there is room for ${room}. Raise the longest answer in Settings, or ask for less.`,
    );
  }
  const sampler = createSamplerFrom(settings, random);
  const history = Array.from(options.recent);
  let isHurried = false;
  for (let count = 1; ; count++) {
    const logits = await model.readLogits();
    const left = room - count;
    let id = choose(sampler, logits, listIds(guide.listAllowed(), guide, endIds), history);
    if (!endIds.has(id) && guide.shortestAfter(id) > left) {
      isHurried = true;
      id = choose(sampler, logits, listIds(guide.listEnding(left), guide, endIds), history);
    }
    const hasEnded = endIds.has(id);
    if (!hasEnded) guide.accept(id);
    const isLast = left === 0 || guide.isFinished;
    const ending: Ending | null = hasEnded ? "end-token" : isLast ? "last-token" : null;
    onChoice({ id, outcome: ending ?? "chosen", position: model.state.position, count });
    if (ending) return isHurried || !(hasEnded || guide.isFinished) ? cutBy(maxTokens, room) : "end-token";
    if (signal?.aborted) return "stopped";
    history.push(id);
    await model.prefill([id]);
  }
}

const cutBy = (maxTokens: number, room: number): Ending => (room < maxTokens ? "context-full" : "last-token");

function listIds(allowed: Uint32Array, guide: Guide, endIds: Iterable<number>): readonly Iterable<number>[] {
  return guide.isComplete ? [allowed, endIds] : [allowed];
}

/** The sampler's choice where every other token is impossible. */
function choose(
  sampler: Sampler,
  logits: Float32Array,
  lists: readonly Iterable<number>[],
  history: readonly number[],
): number {
  const masked = new Float32Array(logits.length).fill(Number.NEGATIVE_INFINITY);
  for (const ids of lists) for (const id of ids) masked[id] = logits[id] as number;
  return sampler.sample(masked, history);
}
