// sfc32, the small fast counter generator of Chris Doty-Humphrey (PractRand): 128 bits of state, passes PractRand and BigCrush.
// A seed gives the same numbers in every browser, which Math.random cannot.

const WARM_UP_ROUNDS = 15; // as PractRand does, so that similar seeds part ways

/** Numbers from 0 to 1, 1 excluded, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  function next(): number {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next();
  return next;
}
