// Reads a prompt: as much of it as possible is remembered, from before or from the disk, and only the rest goes through the
// model, with checkpoints where later prompts may fork off. Part of the engine.
import type { AnswerFormats } from "./answer-formats";
import type { GenerateEvent, ReadFigures } from "./api";
import type { Model } from "./forward/model";
import type { Writer } from "./sample/writer";
import type { StateKeeper } from "./states/keeper";
import type { MarkKind, Timeline } from "./states/timeline";
import type { KnownAnswers } from "./text/known-answers";
import type { Boundary } from "./text/prompt";
import type { Tokenizer } from "./text/tokenizer";

/** A model with what was read into its state. */
export interface Conversation {
  readonly model: Model;
  readonly writer: Pick<Writer, "write" | "isQuick"> & Partial<Pick<Writer, "openLookup">>;
  readonly tokenizer: Tokenizer;
  readonly endIds: ReadonlySet<number>;
  readonly timeline: Timeline;
  readonly answers: KnownAnswers;
  readonly formats: AnswerFormats;
  readonly keeper: StateKeeper;
  /** Work that may outlast the answer it was for: what the GPU has begun always ends, a stopped answer does not wait for it. */
  reading: Promise<unknown> | null;
}

/** What there is to read. */
export interface Reading {
  readonly ids: readonly number[];
  readonly boundaries: readonly Boundary[];
  /** What its end is. */
  readonly end: MarkKind;
}

export interface ReadOutcome extends ReadFigures {
  readonly isWhole: boolean; // not stopped before its end
}

/** In a long text a checkpoint comes at least this often, unless there would be too many. */
const INTERVAL_TOKENS = 4096;
/** A few tokens take hardly longer to read than one: no checkpoint is worth a pass over the weights to save less. */
const MIN_GAP = 32;

/** What `work` comes to, or `stopped` as soon as the signal says so and `mayLeave` agrees, while the work goes on. */
export async function unlessStopped<Result>(
  conversation: Conversation,
  work: Promise<Result>,
  stopped: () => Result,
  signal: AbortSignal,
  mayLeave: () => boolean = () => true,
): Promise<Result> {
  conversation.reading = work.catch(() => undefined);
  const leaving = new Promise<Result>((resolve) => {
    const leave = () => {
      if (mayLeave()) resolve(stopped());
    };
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
  return Promise.race([work, leaving]);
}

/** Reads the prompt into the state; not whole when stopped, and then what was read is kept. */
export async function readPrompt(
  conversation: Conversation,
  reading: Reading,
  onEvent: (event: GenerateEvent) => void,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const { timeline, keeper } = conversation;
  const { ids } = reading;
  await conversation.reading; // what a stopped answer left behind
  const remembered = timeline.findStart(ids);
  const restored = await keeper.restore(ids, remembered, signal);
  if (!restored) timeline.goBack(remembered);
  const reusedTokens = timeline.ids.length;
  const reusedFrom = restored ? "storage" : reusedTokens > 0 ? "memory" : null;
  const report = createReport(onEvent, ids.length, reusedTokens);
  const outcome = (isWhole: boolean): ReadOutcome => ({
    isWhole,
    promptTokens: ids.length,
    reusedTokens,
    reusedFrom,
    readTokens: Math.max(0, timeline.ids.length - reusedTokens),
  });
  report(0);
  const work = readSegments(conversation, reading, signal, report).then(outcome);
  return unlessStopped(conversation, work, () => outcome(false), signal);
}

function createReport(onEvent: (event: GenerateEvent) => void, totalTokens: number, reusedTokens: number) {
  const startedAt = performance.now();
  return (readTokens: number): void => {
    const left = totalTokens - reusedTokens - readTokens;
    const perToken = readTokens > 0 ? (performance.now() - startedAt) / readTokens : null;
    onEvent({
      type: "reading",
      readTokens: reusedTokens + readTokens,
      totalTokens,
      reusedTokens,
      secondsLeft: perToken === null ? null : (left * perToken) / 1000,
    });
  };
}

/** From where the model stands to the prompt's end, from checkpoint to checkpoint. */
async function readSegments(
  { model, timeline }: Conversation,
  reading: Reading,
  signal: AbortSignal,
  report: (readTokens: number) => void,
): Promise<boolean> {
  const { ids } = reading;
  const begin = timeline.ids.length;
  await model.reserve(ids.length);
  for (const { tokens, kind } of listStops(reading, begin, timeline.intervalMarks)) {
    const from = timeline.ids.length;
    const onRead = (count: number): void => {
      timeline.advance(ids.slice(timeline.ids.length, from + count), from + count === tokens);
      if (!signal.aborted) report(from + count - begin);
    };
    const mayOutlast = tokens === ids.length; // the answer's first step is submitted behind it
    if (!(await model.prefill(ids.slice(from, tokens), { signal, onRead, mayOutlast }))) return false;
    await timeline.mark(kind);
  }
  await timeline.mark(reading.end);
  return true;
}

interface Stop {
  readonly tokens: number;
  readonly kind: MarkKind;
}

/** Where to pause for a checkpoint, the prompt's end last; none when everything has been read. */
export function listStops({ ids, boundaries, end }: Reading, begin: number, intervalMarks: number): Stop[] {
  const stops: Stop[] = [];
  let before = begin;
  const interval = Math.max(INTERVAL_TOKENS, Math.ceil((ids.length - begin) / intervalMarks));
  const readTo = (tokens: number, kind: MarkKind): void => {
    for (; tokens - before > interval; before += interval)
      stops.push({ tokens: before + interval, kind: "interval" });
    if (kind !== end && tokens - before < MIN_GAP) return;
    stops.push({ tokens, kind });
    before = tokens;
  };
  for (const { tokens, kind } of boundaries) if (tokens > begin && tokens < ids.length) readTo(tokens, kind);
  if (ids.length > begin) readTo(ids.length, end);
  return stops;
}
