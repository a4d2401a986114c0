// One answer: prompt ids through the model, then the writer's tokens into text. Pure conducting; what it runs on is handed in.
import type { GenerateEvent, GenerateRequest, GenerateResult } from "./api";
import { ContextTooLongError } from "./errors";
import type { Model } from "./forward/model";
import { createRandom } from "./sample/random";
import { checkSettings } from "./sample/sampler";
import type { Choice, Ending, Writer } from "./sample/writer";
import type { Tokenizer } from "./text/tokenizer";

/** Text goes to the page at most this often; a page draws no faster. */
const TEXT_INTERVAL_MS = 16;

/** A model with what was read into its state, token by token. */
export interface Conversation {
  readonly model: Model;
  readonly writer: Writer;
  readonly tokenizer: Tokenizer;
  readonly endIds: ReadonlySet<number>;
  readonly readIds: number[]; // the ids in the model's state
  /** Work that may outlast the answer it was for: what the GPU has begun always ends, a stopped answer does not wait for it. */
  reading: Promise<unknown> | null;
}

/** What `work` comes to, or `stopped` as soon as the signal says so and `mayLeave` agrees, while the work goes on. */
async function unlessStopped<Result>(
  conversation: Conversation,
  work: Promise<Result>,
  stopped: Result,
  signal: AbortSignal,
  mayLeave: () => boolean = () => true,
): Promise<Result> {
  conversation.reading = work.catch(() => undefined);
  const leaving = new Promise<Result>((resolve) => {
    const leave = () => {
      if (mayLeave()) resolve(stopped);
    };
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
  return Promise.race([work, leaving]);
}

/** Tokens of the prompt that are in the state already: all that was read, or nothing, as states cannot be rolled back. */
function countReusable(readIds: readonly number[], promptIds: readonly number[]): number {
  const isContinued =
    readIds.length < promptIds.length && readIds.every((id, index) => id === promptIds[index]);
  return isContinued ? readIds.length : 0;
}

/** Reads the prompt into the state and notes its ids; not whole when stopped. */
async function readPrompt(
  conversation: Conversation,
  promptIds: readonly number[],
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<{ isWhole: boolean; reusedTokens: number }> {
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
  const reading = model.prefill(promptIds.slice(reusedTokens), {
    signal,
    onRead: (readTokens) => {
      for (let at = readIds.length; at < reusedTokens + readTokens; at++)
        readIds.push(promptIds[at] as number);
      if (!signal.aborted) report(readTokens);
    },
  });
  return { isWhole: await unlessStopped(conversation, reading, false, signal), reusedTokens };
}

const FINISH_REASONS: Readonly<Record<Ending, GenerateResult["finishReason"]>> = {
  "end-token": "end-of-turn",
  "last-token": "max-tokens",
  "context-full": "context-full",
  stopped: "stopped",
};

/** Writes the answer after the prompt that was read; `onToken` gets its tokens, none after a stop. */
function writeAnswer(
  { model, writer, readIds, endIds }: Conversation,
  { sampling, maxTokens }: GenerateRequest,
  { seed, signal, onToken }: { seed: number; signal: AbortSignal; onToken: (id: number) => void },
): Promise<Ending> {
  const promptLength = model.state.position;
  const chosen: number[] = [];
  const onChoice = ({ id, outcome, position }: Choice): void => {
    for (let at = readIds.length; at < position; at++) readIds.push(chosen[at - promptLength] as number);
    chosen.push(id);
    if (outcome !== "end-token") onToken(id);
  };
  const random = createRandom(seed);
  return writer.write({ settings: sampling, random, recent: readIds, endIds, maxTokens, signal, onChoice });
}

/** Streams an answer to the prompt. Stopping by the signal is not an error. */
export async function generate(
  conversation: Conversation,
  promptIds: readonly number[],
  request: GenerateRequest,
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const { contextLength } = conversation.model.state;
  if (promptIds.length >= contextLength) throw new ContextTooLongError(promptIds.length, contextLength);
  checkSettings(request.sampling);
  const seed = request.sampling.seed ?? Math.floor(Math.random() * 2 ** 32);
  const stream = createTextStream(conversation.tokenizer, onEvent);
  const startedAt = performance.now();
  await conversation.reading; // what a stopped answer left behind
  const { isWhole, reusedTokens } = await readPrompt(conversation, promptIds, onEvent, signal);
  const readAt = performance.now();
  let firstTokenAt: number | null = null;
  let lastTokenAt = readAt;
  let ending: Ending = "stopped";
  if (isWhole && !signal.aborted) {
    let hasLeft = false;
    const onToken = (id: number): void => {
      if (hasLeft) return;
      lastTokenAt = performance.now();
      firstTokenAt ??= lastTokenAt;
      stream.push(id);
    };
    const writing = writeAnswer(conversation, request, { seed, signal, onToken });
    const mayLeave = () => !conversation.writer.isQuick; // otherwise the tokens in flight are soon there, and belong to it
    ending = await unlessStopped(conversation, writing, "stopped", signal, mayLeave);
    hasLeft = true;
  }
  await stream.finish();

  const decodeMs = lastTokenAt - (firstTokenAt ?? lastTokenAt);
  return {
    finishReason: FINISH_REASONS[ending],
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
