// Logits → one token id. In order: repetition penalty, temperature, top-k, top-p, min-p, a draw. Same settings, seed and logits
// give the same ids. Logits that are no numbers stop with a named error, never with a token. The reference of the sampling
// kernels, and what chooses where they cannot.
import type { SamplingSettings } from "../api";
import { invariant, NumericalError } from "../errors";
import { createRandom } from "./random";
import { selectHead } from "./select-head";

export interface Sampler {
  /** `recent`: ids so far, the newest last; the last RECENT_TOKENS of them are penalised. */
  sample(logits: Float32Array, recent: ArrayLike<number>): number;
}

/** How far back a repetition counts: a few paragraphs, so that a document's own words are not forbidden. */
export const RECENT_TOKENS = 256;
/** For rounding in a sum of 65,536 weights. */
const FLOOR_MARGIN = 0.999;
const TOP_K_STRIDE = 16;

export function createSampler(settings: SamplingSettings, seed: number): Sampler {
  return createSamplerFrom(settings, createRandom(seed));
}

/** `random` is asked for one number a draw, from 0 to 1, 1 excluded. */
export function createSamplerFrom(settings: SamplingSettings, random: () => number): Sampler {
  checkSettings(settings);
  const { temperature, repetitionPenalty } = settings;
  const draw = createDraw(settings, random);
  let penalised = new Float32Array();
  return {
    sample(logits, recent) {
      let used = logits;
      if (repetitionPenalty !== 1) {
        if (penalised.length !== logits.length) penalised = new Float32Array(logits.length);
        penalised.set(logits);
        penalise(penalised, recent, repetitionPenalty);
        used = penalised;
      }
      const best = findBest(used);
      return temperature === 0 ? best : draw(used, used[best] as number);
    },
  };
}

/** The likeliest id, the lowest of equals; throws where logits are no numbers. */
function findBest(logits: Float32Array): number {
  let best = -1;
  let bestLogit = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < logits.length; id++) {
    const logit = logits[id] as number;
    if (logit > bestLogit) {
      best = id;
      bestLogit = logit;
    } else if (Number.isNaN(logit)) throw new NumericalError(`the logit of token ${id} is not a number`);
  }
  if (best < 0) throw new NumericalError("no token has a finite logit");
  if (bestLogit === Number.POSITIVE_INFINITY)
    throw new NumericalError(`the logit of token ${best} is infinite`);
  return best;
}

/** The draw at a temperature above 0. Its arrays are made once. */
function createDraw(
  settings: SamplingSettings,
  random: () => number,
): (logits: Float32Array, bestLogit: number) => number {
  let candidates = createCandidates(0);
  return (logits, bestLogit) => {
    if (candidates.ids.length !== logits.length) candidates = createCandidates(logits.length);
    const total = weigh(candidates, logits, bestLogit, settings.temperature);
    const count = select(candidates, settings, logits, total);
    if (isCut(settings, logits.length)) rank(candidates.ids.subarray(0, count), logits);
    let left = random() * (count === logits.length ? total : sum(candidates, count));
    for (let at = 0; at < count; at++) {
      const id = candidates.ids[at] as number;
      left -= candidates.weights[id] as number;
      if (left < 0) return id;
    }
    return findLikeliest(candidates.ids.subarray(0, count), logits); // rounding used up the whole sum
  };
}

/** Whether top-k or top-p leave tokens out. What they keep is drawn from in the order of rank, all tokens in that of ids. */
export function isCut({ topK, topP }: SamplingSettings, vocabSize: number): boolean {
  return (topK > 0 && topK < vocabSize) || topP < 1;
}

function rank(ids: Uint32Array, logits: Float32Array): void {
  ids.sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
}

interface Candidates {
  readonly ids: Uint32Array; // those in the running come first
  readonly weights: Float64Array; // by id: its probability over the likeliest one's
}

function createCandidates(vocabSize: number): Candidates {
  return { ids: new Uint32Array(vocabSize), weights: new Float64Array(vocabSize) };
}

/** Sets all weights and returns their sum. */
function weigh(
  { weights }: Candidates,
  logits: Float32Array,
  bestLogit: number,
  temperature: number,
): number {
  let total = 0;
  for (let id = 0; id < logits.length; id++) {
    const weight = Math.exp(((logits[id] as number) - bestLogit) / temperature);
    weights[id] = weight;
    total += weight;
  }
  return total;
}

/** Puts the candidates that the settings leave in front and returns how many they are. */
function select(
  candidates: Candidates,
  { topK, topP, minP }: SamplingSettings,
  logits: Float32Array,
  total: number,
): number {
  const { ids, weights } = candidates;
  const weightOf = (id: number) => weights[id] as number;
  if (topK > 0 && topK < logits.length) {
    let count = collect(candidates, findTopKFloor(candidates, logits, topK));
    count = selectHead(ids, count, logits, () => 1, topK);
    if (topP < 1) count = selectHead(ids, count, logits, weightOf, topP * sum(candidates, count));
    return dropBelow(candidates, count, minP);
  }
  if (topP === 1) return collect(candidates, minP);
  // All tokens below this floor weigh less than 1 - p together, so those above it reach p without them.
  const floor = Math.min(1, ((1 - topP) * total * FLOOR_MARGIN) / logits.length);
  return dropBelow(
    candidates,
    selectHead(ids, collect(candidates, floor), logits, weightOf, topP * total),
    minP,
  );
}

/** A weight that the k-th likeliest has or exceeds: that of the k-th of every 16th token. */
function findTopKFloor({ ids, weights }: Candidates, logits: Float32Array, topK: number): number {
  let count = 0;
  for (let id = 0; id < logits.length; id += TOP_K_STRIDE) ids[count++] = id;
  if (count < topK) return 0;
  const head = ids.subarray(
    0,
    selectHead(ids, count, logits, () => 1, topK),
  );
  return head.reduce((least, id) => Math.min(least, weights[id] as number), 1);
}

/** Takes all tokens of that weight or more. */
function collect({ ids, weights }: Candidates, floor: number): number {
  let count = 0;
  for (let id = 0; id < weights.length; id++) if ((weights[id] as number) >= floor) ids[count++] = id;
  return count;
}

/** Keeps, of the first `count`, those of that weight or more. */
function dropBelow({ ids, weights }: Candidates, count: number, floor: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const id = ids[at] as number;
    if ((weights[id] as number) >= floor) ids[kept++] = id;
  }
  return kept;
}

function sum({ ids, weights }: Candidates, count: number): number {
  let total = 0;
  for (let at = 0; at < count; at++) total += weights[ids[at] as number] as number;
  return total;
}

function findLikeliest(ids: Uint32Array, logits: Float32Array): number {
  return ids.reduce((best, id) => ((logits[id] as number) > (logits[best] as number) ? id : best));
}

/** Each recent id once, however often it came: towards less likely from either side of 0. */
function penalise(logits: Float32Array, recent: ArrayLike<number>, penalty: number): void {
  const seen = new Set<number>();
  for (let at = Math.max(0, recent.length - RECENT_TOKENS); at < recent.length; at++)
    seen.add(recent[at] as number);
  for (const id of seen) {
    const logit = logits[id];
    if (logit !== undefined) logits[id] = logit > 0 ? logit / penalty : logit * penalty;
  }
}

/** Throws for settings out of range. */
export function checkSettings({ temperature, topK, topP, minP, repetitionPenalty }: SamplingSettings): void {
  const check = (name: string, value: number, isRight: boolean) =>
    invariant(isRight, () => `Sampling setting ${name} = ${value} is out of range`);
  check("temperature", temperature, temperature >= 0 && temperature < Number.POSITIVE_INFINITY);
  check("topK", topK, Number.isInteger(topK) && topK >= 0);
  check("topP", topP, topP >= 0 && topP <= 1);
  check("minP", minP, minP >= 0 && minP <= 1);
  check(
    "repetitionPenalty",
    repetitionPenalty,
    repetitionPenalty > 0 && repetitionPenalty < Number.POSITIVE_INFINITY,
  );
}
