// Logits → one token id. In order: repetition penalty, temperature, top-k, top-p, min-p, a draw. Same settings, seed and logits
// give the same ids. Logits that are no numbers stop with a named error, never with a token.
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
  checkSettings(settings);
  const { temperature, repetitionPenalty } = settings;
  const draw = createDraw(settings, createRandom(seed));
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
  { temperature, topK, topP, minP }: SamplingSettings,
  random: () => number,
): (logits: Float32Array, bestLogit: number) => number {
  let ids = new Uint32Array(); // the candidates, in front
  let weights = new Float64Array(); // by id: its probability over the likeliest one's
  const weightOf = (id: number) => weights[id] as number;

  /** Sets all weights and returns their sum. */
  function weigh(logits: Float32Array, bestLogit: number): number {
    if (ids.length !== logits.length) {
      ids = new Uint32Array(logits.length);
      weights = new Float64Array(logits.length);
    }
    const target = weights; // a constant, which the loop keeps in a register
    let total = 0;
    for (let id = 0; id < logits.length; id++) {
      const weight = Math.exp(((logits[id] as number) - bestLogit) / temperature);
      target[id] = weight;
      total += weight;
    }
    return total;
  }

  /** Candidates of that weight or more. */
  function collect(floor: number): number {
    const [from, to] = [weights, ids];
    let count = 0;
    for (let id = 0; id < from.length; id++) if ((from[id] as number) >= floor) to[count++] = id;
    return count;
  }

  function sum(count: number): number {
    let total = 0;
    for (let at = 0; at < count; at++) total += weightOf(ids[at] as number);
    return total;
  }

  /** A weight that the k-th likeliest has or exceeds: that of the k-th of every 16th token. */
  function findTopKFloor(logits: Float32Array): number {
    let count = 0;
    for (let id = 0; id < logits.length; id += TOP_K_STRIDE) ids[count++] = id;
    if (count < topK) return 0;
    const head = ids.subarray(
      0,
      selectHead(ids, count, logits, () => 1, topK),
    );
    return head.reduce((least, id) => Math.min(least, weightOf(id)), 1);
  }

  /** Puts those that the settings leave in front. */
  function select(logits: Float32Array, total: number): number {
    if (topK > 0 && topK < logits.length) {
      const count = selectHead(ids, collect(findTopKFloor(logits)), logits, () => 1, topK);
      return topP < 1 ? selectHead(ids, count, logits, weightOf, topP * sum(count)) : count;
    }
    if (topP === 1) return collect(minP);
    // All tokens below this floor weigh less than 1 - p together, so those above it reach p without them.
    const floor = ((1 - topP) * total * FLOOR_MARGIN) / logits.length;
    return selectHead(ids, collect(Math.min(floor, 1)), logits, weightOf, topP * total);
  }

  return (logits, bestLogit) => {
    const total = weigh(logits, bestLogit); // before `ids` is used: it may replace it
    const selected = select(logits, total);
    const count = minP > 0 ? dropBelow(ids, selected, weightOf, minP) : selected;
    let left = random() * (count === logits.length ? total : sum(count));
    for (let at = 0; at < count; at++) {
      left -= weightOf(ids[at] as number);
      if (left < 0) return ids[at] as number;
    }
    return findLikeliest(ids.subarray(0, count), logits); // rounding used up the whole sum
  };
}

/** Keeps, of the first `count` ids, those of that weight or more; returns how many. */
function dropBelow(ids: Uint32Array, count: number, weightOf: (id: number) => number, floor: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const id = ids[at] as number;
    if (weightOf(id) >= floor) ids[kept++] = id;
  }
  return kept;
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

function checkSettings({ temperature, topK, topP, minP, repetitionPenalty }: SamplingSettings): void {
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
