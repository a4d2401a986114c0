// One answer: prompt ids through the model, then token after token through the sampler into text. Pure conducting; what it
// runs on is handed in. Part of the engine, which closes the loop from the sampled token back into the forward pass.
import type { GenerateEvent, GenerateRequest, GenerateResult } from "./api";
import { ContextTooLongError } from "./errors";
import type { Model } from "./forward/model";
import { createSampler } from "./sample/sampler";
import type { Tokenizer } from "./text/tokenizer";

/** Text goes to the page at most this often; a page draws no faster. */
const TEXT_INTERVAL_MS = 16;

/** A model with what was read into its state, token by token. */
export interface Conversation {
  readonly model: Model;
  readonly tokenizer: Tokenizer;
  readonly endIds: ReadonlySet<number>;
  readonly readIds: number[]; // the ids in the model's state
  /** A read that may outlast the answer it was for: a chunk always ends, a stopped answer does not wait for it. */
  reading: Promise<unknown> | null;
}

/** Reads ids into the state and notes them; resolves with null at once when stopped, while the chunk under way goes on. */
async function read(
  conversation: Conversation,
  ids: readonly number[],
  signal: AbortSignal,
  onRead: (readTokens: number) => void = () => undefined,
): Promise<Float32Array | null> {
  const { model, readIds } = conversation;
  const known = readIds.length;
  const reading = model.read(ids, {
    signal,
    onRead: (readTokens) => {
      for (let i = readIds.length - known; i < readTokens; i++) readIds.push(ids[i] as number);
      if (!signal.aborted) onRead(readTokens);
    },
  });
  conversation.reading = reading.catch(() => undefined);
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  return Promise.race([reading, stopped]);
}

/** Tokens of the prompt that are in the state already: all that was read, or nothing, as states cannot be rolled back. */
function countReusable(readIds: readonly number[], promptIds: readonly number[]): number {
  const isContinued =
    readIds.length < promptIds.length && readIds.every((id, index) => id === promptIds[index]);
  return isContinued ? readIds.length : 0;
}

/** Reads the prompt into the state; returns the logits after it, or null when stopped. */
async function readPrompt(
  conversation: Conversation,
  promptIds: readonly number[],
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<{ logits: Float32Array | null; reusedTokens: number }> {
  const { model, readIds } = conversation;
  const reusedTokens = countReusable(readIds, promptIds);
  if (reusedTokens === 0) {
    model.reset();
    readIds.length = 0;
  }
  const startedAt = performance.now();
  const report = (readTokens: number) => {
    const left = promptIds.length - reusedTokens - readTokens;
    const perToken = readTokens > 0 ? (performance.now() - startedAt) / readTokens : null;
    onEvent({
      type: "reading",
      readTokens: reusedTokens + readTokens,
      totalTokens: promptIds.length,
      reusedTokens,
      secondsLeft: perToken === null ? null : (left * perToken) / 1000,
    });
  };
  report(0);
  const unread = promptIds.slice(reusedTokens);
  return { logits: await read(conversation, unread, signal, report), reusedTokens };
}

/** Streams an answer to the prompt. Stopping by the signal is not an error. */
export async function generate(
  conversation: Conversation,
  promptIds: readonly number[],
  request: GenerateRequest,
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const { model, endIds, readIds } = conversation;
  const { contextLength } = model.state;
  if (promptIds.length >= contextLength) throw new ContextTooLongError(promptIds.length, contextLength);
  const seed = request.sampling.seed ?? Math.floor(Math.random() * 2 ** 32);
  const sampler = createSampler(request.sampling, seed);
  const stream = createTextStream(conversation.tokenizer, onEvent);
  const startedAt = performance.now();
  await conversation.reading; // the last chunk of a stopped answer
  let { logits, reusedTokens } = await readPrompt(conversation, promptIds, onEvent, signal);
  const readAt = performance.now();
  let firstTokenAt: number | null = null;
  let lastTokenAt = readAt;
  let finishReason: GenerateResult["finishReason"] = "stopped";

  while (logits && !signal.aborted) {
    const id = sampler.sample(logits, readIds);
    lastTokenAt = performance.now();
    firstTokenAt ??= lastTokenAt;
    if (endIds.has(id)) {
      finishReason = "end-of-turn";
      break;
    }
    stream.push(id);
    if (stream.count() >= request.maxTokens) {
      finishReason = "max-tokens";
      break;
    }
    if (readIds.length >= contextLength) {
      finishReason = "context-full";
      break;
    }
    logits = await read(conversation, [id], signal);
  }
  await stream.finish();

  const decodeMs = lastTokenAt - (firstTokenAt ?? lastTokenAt);
  return {
    finishReason,
    promptTokens: promptIds.length,
    reusedTokens,
    generatedTokens: stream.count(),
    timeToFirstTokenMs: firstTokenAt === null ? null : firstTokenAt - startedAt,
    prefillMs: readAt - startedAt,
    decodeMs,
    tokensPerSecond: stream.count() > 1 && decodeMs > 0 ? ((stream.count() - 1) * 1000) / decodeMs : null,
    seed,
  };
}

interface TextStream {
  push(id: number): void;
  /** Sends what is left; done when the page has it, so that no text comes after the result. */
  finish(): Promise<void>;
  count(): number;
}

/** Gathers the text of single tokens into events no more frequent than the page can draw. */
function createTextStream(tokenizer: Tokenizer, onEvent: (event: GenerateEvent) => void): TextStream {
  const decoder = tokenizer.createDecoder();
  let generatedTokens = 0;
  let waiting = "";
  let sentAt = Number.NEGATIVE_INFINITY;
  const send = async (): Promise<void> => {
    const text = waiting;
    waiting = "";
    sentAt = performance.now();
    if (text !== "") await onEvent({ type: "text", text, generatedTokens });
  };
  return {
    push(id) {
      generatedTokens++;
      waiting += decoder.push(id);
      if (performance.now() - sentAt >= TEXT_INTERVAL_MS) void send();
    },
    finish() {
      waiting += decoder.flush();
      return send();
    },
    count: () => generatedTokens,
  };
}
