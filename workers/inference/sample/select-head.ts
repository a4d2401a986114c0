// The likeliest tokens without sorting all: quickselect by weight. With 65,536 logits a sort takes tens of milliseconds, this two.

/** Below this many, a sort is faster than another partition. */
const SORTED_LENGTH = 32;

/**
 * Reorders ids[0..count) and returns the least n for which the n likeliest, now in front in no particular order, weigh `target`
 * or more together. Equal logits rank by id.
 */
export function selectHead(
  ids: Uint32Array,
  count: number,
  logits: Float32Array,
  weightOf: (id: number) => number,
  target: number,
): number {
  const isBefore = (a: number, b: number) => {
    const difference = (logits[a] as number) - (logits[b] as number);
    return difference > 0 || (difference === 0 && a < b);
  };
  let low = 0;
  let high = count;
  let weightBefore = 0; // of ids[0..low), all in the head
  while (high - low > SORTED_LENGTH) {
    const split = partition(ids, low, high, isBefore);
    let weight = weightBefore;
    for (let at = low; at < split; at++) weight += weightOf(ids[at] as number);
    if (weight >= target) high = split;
    else {
      weightBefore = weight;
      low = split;
    }
  }
  ids.subarray(low, high).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  for (let at = low; at < high; at++) {
    weightBefore += weightOf(ids[at] as number);
    if (weightBefore >= target) return at + 1;
  }
  return high;
}

/** Puts the likelier part of ids[low..high) first and returns where the other begins; neither is empty. */
function partition(
  ids: Uint32Array,
  low: number,
  high: number,
  isBefore: (a: number, b: number) => boolean,
): number {
  const pivot = ids[(low + high - 1) >>> 1] as number;
  let left = low;
  let right = high - 1;
  for (;;) {
    while (isBefore(ids[left] as number, pivot)) left++;
    while (isBefore(pivot, ids[right] as number)) right--;
    if (left >= right) return right + 1;
    const swapped = ids[left] as number;
    ids[left++] = ids[right] as number;
    ids[right--] = swapped;
  }
}
