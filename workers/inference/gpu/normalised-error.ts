/**
 * How far numbers are from what they should be: the sum of squared differences over the sum of squares (NMSE).
 * 0 when both are all zeros, NaN where a number is, infinite when the lengths differ.
 */
export function normalisedError(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  let error = 0;
  let square = 0;
  for (let i = 0; i < expected.length; i++) {
    error += ((found[i] as number) - (expected[i] as number)) ** 2;
    square += (expected[i] as number) ** 2;
  }
  return error === 0 ? 0 : error / square;
}
