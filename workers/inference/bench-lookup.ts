// Times answers with guesses (prompt lookup) against the same answers without, turn by turn: on the bench page and, more of
// them, in scripts/bench-lookup.ts. Any weights will do: a greedy answer is recorded first and then given as what the context
// says, so that guesses come true though a model may copy nothing.
import type { LookupComparison, SamplingSettings } from "./api";
import { summarize } from "./bench-statistics";
import { GREEDY } from "./bench-write";
import { invariant } from "./errors";
import { createRandom } from "./sample/random";
import type { Writer } from "./sample/writer";

const DRAWN = { ...GREEDY, temperature: 1 };
const TAIL = 8; // ids before the answer that its source has before it, too

/** Where answers begin, and how many there are. */
export interface LookupBench {
  readonly writer: Writer;
  /** Puts the model where it has read the prompt. */
  restart(): Promise<void>;
  readonly prompt: ArrayLike<number>;
  readonly tokens: number; // of an answer
  readonly runs: number; // counted after a warm-up
  readonly signal?: AbortSignal;
}

type Foreseen = LookupComparison["foreseen"];

interface Answer {
  readonly ids: readonly number[];
  readonly tokensPerSecond: number;
  readonly triedGuesses: number;
  readonly rightGuesses: number;
}

/** Nothing where guessing cannot be, for lack of memory or of what it builds on. */
export async function compareLookup(
  bench: LookupBench,
  cases: readonly Foreseen[],
  onFigures: (figures: LookupComparison) => void = () => undefined,
): Promise<LookupComparison[]> {
  await bench.writer.openLookup(GREEDY);
  if (!bench.writer.hasLookup) return [];
  const prompt = Array.from(bench.prompt);
  const { ids } = await write(bench, GREEDY, prompt, false);
  const all: LookupComparison[] = [];
  for (const foreseen of cases) {
    const recent =
      foreseen === "nothing" ? prompt : [...prompt, ...spoil(ids, foreseen), ...prompt.slice(-TAIL)];
    const figures = await compare(bench, foreseen, recent);
    all.push(figures);
    onFigures(figures);
  }
  return all;
}

/** Both ways in turn, after a warm-up of each. */
async function compare(
  bench: LookupBench,
  foreseen: Foreseen,
  recent: readonly number[],
): Promise<LookupComparison> {
  const settings = foreseen === "nothing" ? DRAWN : GREEDY;
  const pairs: { readonly plain: Answer; readonly guessed: Answer }[] = [];
  for (let run = 0; run <= bench.runs; run++) {
    const plain = await write(bench, settings, recent, false);
    const guessed = await write(bench, settings, recent, true);
    invariant(guessed.ids.join() === plain.ids.join(), () => `${foreseen}: other tokens with guesses`);
    if (run > 0) pairs.push({ plain, guessed });
  }
  const without = summarize(pairs.map(({ plain }) => plain.tokensPerSecond));
  const guessing = summarize(pairs.map(({ guessed }) => guessed.tokensPerSecond));
  const { triedGuesses, rightGuesses } = (pairs.at(-1) as (typeof pairs)[number]).guessed;
  const timesAsFast = guessing.median / without.median;
  return { foreseen, without, with: guessing, timesAsFast, triedGuesses, rightGuesses };
}

/** Ids of an answer, with a wrong one after every so many. */
export const spoil = (ids: readonly number[], foreseen: "all" | number): number[] =>
  ids.map((id, at) => (foreseen !== "all" && at % (foreseen + 1) === foreseen ? (id === 7 ? 8 : 7) : id));

async function write(
  { writer, restart, tokens, signal }: LookupBench,
  settings: SamplingSettings,
  recent: readonly number[],
  usesLookup: boolean,
): Promise<Answer> {
  await restart();
  const ids: number[] = [];
  const times: number[] = [];
  let [triedGuesses, rightGuesses] = [0, 0];
  await writer.write({
    settings,
    recent,
    usesLookup,
    random: createRandom(1),
    endIds: new Set(),
    maxTokens: tokens,
    ...(signal ? { signal } : {}),
    onChoice: ({ id }) => {
      ids.push(id);
      times.push(performance.now());
    },
    onLookup: ({ drafted, accepted }) => {
      [triedGuesses, rightGuesses] = [drafted, accepted];
    },
  });
  signal?.throwIfAborted();
  const elapsedMs = (times.at(-1) as number) - (times[0] as number);
  return { ids, tokensPerSecond: ((tokens - 1) * 1000) / elapsedMs, triedGuesses, rightGuesses };
}
