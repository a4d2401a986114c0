// One answer: prompt ids through the model, then the writer's tokens into text. Pure conducting; what it runs on is handed in.
import type { GenerateEvent, GenerateRequest, GenerateResult, ReadResult } from "./api";
import { ContextTooLongError } from "./errors";
import { type Conversation, type Reading, type ReadOutcome, readPrompt, unlessStopped } from "./read-prompt";
import type { LookupFigures } from "./sample/answer-lookup";
import { createRandom } from "./sample/random";
import { checkSettings } from "./sample/sampler";
import type { Choice, Ending } from "./sample/writer";
import type { KnownAnswers } from "./text/known-answers";
import type { Prompt } from "./text/prompt";
import type { Tokenizer } from "./text/tokenizer";
import { CallReader, findCallMarks, joinCall } from "./text/tool-calls";

/** Text goes to the page at most this often; a page draws no faster. */
const TEXT_INTERVAL_MS = 16;

const FINISH_REASONS: Readonly<Record<Ending, GenerateResult["finishReason"]>> = {
  "end-token": "end-of-turn",
  "last-token": "max-tokens",
  "context-full": "context-full",
  stopped: "stopped",
};

/** A context of this many tokens is likely copied from: what that takes is made while the prompt is read. */
const WORTH_LOOKUP_TOKENS = 512;

interface Writing {
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly callEndId: number | undefined; // a call ends the answer, and is part of it
  readonly onToken: (id: number) => void;
  readonly onLookup: (figures: LookupFigures) => void;
}

/** Writes the answer after the prompt that was read; `onToken` gets its tokens, none after a stop. Its end is remembered. */
async function writeAnswer(
  { model, writer, timeline, endIds }: Conversation,
  { sampling, maxTokens, usesLookup = false }: GenerateRequest,
  { seed, signal, callEndId, onToken, onLookup }: Writing,
): Promise<Ending> {
  const promptLength = model.state.position;
  const chosen: number[] = [];
  const onChoice = ({ id, outcome, position }: Choice): void => {
    timeline.advance(chosen.slice(timeline.ids.length - promptLength, position - promptLength), true);
    chosen.push(id);
    if (outcome !== "end-token" || id === callEndId) onToken(id);
  };
  const random = createRandom(seed);
  const { ids: recent } = timeline;
  const ending = await writer.write({
    settings: sampling,
    random,
    recent,
    endIds: callEndId === undefined ? endIds : new Set([...endIds, callEndId]),
    maxTokens,
    signal,
    onChoice,
    usesLookup,
    onLookup,
  });
  await timeline.mark("answer");
  return ending;
}

function checkLength({ ids }: Prompt, contextLength: number): void {
  if (ids.length >= contextLength) throw new ContextTooLongError(ids.length, contextLength);
}

/** Reads the documents of a prompt to the end of the last one, or nothing where there is none. */
export async function readAhead(
  conversation: Conversation,
  prompt: Prompt,
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<ReadResult> {
  checkLength(prompt, conversation.model.state.contextLength);
  const end = prompt.boundaries.findLast(({ kind }) => kind === "document")?.tokens;
  if (end === undefined) {
    return { finishReason: "complete", promptTokens: 0, reusedTokens: 0, reusedFrom: null, readTokens: 0 };
  }
  const reading = { ...prompt, ids: prompt.ids.slice(0, end), end: "document" as const };
  const { isWhole, ...figures } = await readPrompt(conversation, reading, onEvent, signal);
  return { finishReason: isWhole ? "complete" : "stopped", ...figures };
}

/** Streams an answer to the prompt. Stopping by the signal is not an error. */
export async function generate(
  conversation: Conversation,
  prompt: Prompt,
  request: GenerateRequest,
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  checkLength(prompt, conversation.model.state.contextLength);
  checkSettings(request.sampling);
  const seed = request.sampling.seed ?? Math.floor(Math.random() * 2 ** 32);
  const { tokenizer, answers } = conversation;
  const marks = request.tools?.length ? findCallMarks(tokenizer) : null;
  const calls = new CallReader(marks);
  const stream = createTextStream(tokenizer, answers, calls, onEvent, prompt.begun);
  const outlets: AnswerOutlets = { stream, calls, callEndId: marks?.endId, onEvent, signal };
  try {
    return await streamAnswer(conversation, prompt, { ...request, seed }, outlets);
  } catch (error) {
    await stream.finish(); // what has come stays, and can be gone on with
    throw error;
  }
}

interface AnswerOutlets {
  readonly stream: TextStream;
  readonly calls: CallReader;
  readonly callEndId: number | undefined;
  readonly onEvent: (event: GenerateEvent) => void;
  readonly signal: AbortSignal;
}

async function streamAnswer(
  conversation: Conversation,
  prompt: Prompt,
  request: GenerateRequest & { readonly seed: number },
  { stream, calls, callEndId, onEvent, signal }: AnswerOutlets,
): Promise<GenerateResult> {
  const { seed, tools = [] } = request;
  const startedAt = performance.now();
  if (request.usesLookup && prompt.ids.length >= WORTH_LOOKUP_TOKENS)
    conversation.writer.openLookup?.(request.sampling).catch(() => undefined); // without it, answers are written all the same
  const reading: Reading = { ...prompt, end: "prompt" };
  const { isWhole, ...figures }: ReadOutcome = await readPrompt(conversation, reading, onEvent, signal);
  const readAt = performance.now();
  let firstTokenAt: number | null = null;
  let lastTokenAt = readAt;
  let ending: Ending = "stopped";
  let lookup: LookupFigures = { drafted: 0, accepted: 0 };
  if (isWhole && !signal.aborted) {
    let hasLeft = false;
    const onToken = (id: number): void => {
      if (hasLeft) return;
      lastTokenAt = performance.now();
      firstTokenAt ??= lastTokenAt;
      stream.push(id);
    };
    const onLookup = (figures: LookupFigures): void => {
      lookup = figures;
    };
    const writing = writeAnswer(conversation, request, { seed, signal, callEndId, onToken, onLookup });
    const mayLeave = () => !conversation.writer.isQuick; // otherwise the tokens in flight are soon there, and belong to it
    ending = await unlessStopped(conversation, writing, () => "stopped", signal, mayLeave);
    hasLeft = true;
  }
  await stream.finish();
  const toolCall = calls.isFinished || ending === "end-token" ? calls.read(tools) : null; // or it was broken off

  const decodeMs = lastTokenAt - (firstTokenAt ?? lastTokenAt);
  return {
    finishReason: toolCall ? "tool-call" : FINISH_REASONS[ending],
    ...(toolCall ? { toolCall } : {}),
    ...figures,
    generatedTokens: stream.count(),
    timeToFirstTokenMs: firstTokenAt === null ? null : firstTokenAt - startedAt,
    prefillMs: (firstTokenAt ?? readAt) - startedAt, // the end of a short prompt is read with the first step
    decodeMs,
    tokensPerSecond: stream.count() > 1 && decodeMs > 0 ? ((stream.count() - 1) * 1000) / decodeMs : null,
    seed,
    draftedTokens: lookup.drafted,
    acceptedTokens: lookup.accepted,
  };
}

interface TextStream {
  push(id: number): void;
  /** Sends what is left; done when the page has it, so that no text comes after the result. */
  finish(): Promise<void>;
  count(): number;
}

/** Gathers the text of single tokens into events no more frequent than the page can draw; notes the answer's ids at its end. */
function createTextStream(
  tokenizer: Tokenizer,
  answers: KnownAnswers,
  calls: CallReader,
  onEvent: (event: GenerateEvent) => void,
  begun: NonNullable<Prompt["begun"]> = { text: "", ids: [] },
): TextStream {
  const decoder = tokenizer.createDecoder();
  for (const id of begun.ids) decoder.push(id); // it may have ended within a character
  const ids: number[] = [];
  let text = "";
  let sentLength = 0;
  let sentAt = Number.NEGATIVE_INFINITY;
  const send = async (): Promise<void> => {
    const waiting = text.slice(sentLength);
    sentLength = text.length;
    sentAt = performance.now();
    if (waiting !== "") await onEvent({ type: "text", text: waiting, generatedTokens: ids.length });
    if (calls.text !== null) await onEvent({ type: "call", generatedTokens: ids.length });
  };
  return {
    push(id) {
      ids.push(id);
      text += calls.push(id, decoder.push(id));
      if (performance.now() - sentAt >= TEXT_INTERVAL_MS) void send();
    },
    finish() {
      text += decoder.flush();
      const own = begun.text + text;
      answers.remember(calls.text === null ? own : joinCall(own, calls.text), [...begun.ids, ...ids]);
      return send();
    },
    count: () => ids.length,
  };
}
