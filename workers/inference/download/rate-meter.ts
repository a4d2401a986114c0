// Bytes per second as a moving average, and what that leaves to wait. Pure: the clock is the caller's.

const AVERAGE_MS = 5_000; // time constant of the average
const SAMPLE_MS = 250; // shorter spans say more about buffering than about the line
const FIRST_RATE_MS = 2_000;
const FIRST_ESTIMATE_MS = 5_000;

export interface RateMeter {
  /** Counts bytes that came in by `nowMs`. */
  add(byteLength: number, nowMs: number): void;
  bytesPerSecond(nowMs: number): number | null;
  secondsLeft(remainingBytes: number, nowMs: number): number | null;
}

export function createRateMeter(startMs: number): RateMeter {
  let sampleStartMs = startMs;
  let sampleBytes = 0;
  let weightedRate = 0; // bytes per ms
  let weight = 0; // approaches 1; dividing by it corrects the average's start from nothing

  const sample = (nowMs: number): void => {
    const elapsedMs = nowMs - sampleStartMs;
    if (elapsedMs < SAMPLE_MS) return;
    const share = 1 - Math.exp(-elapsedMs / AVERAGE_MS);
    weightedRate += share * (sampleBytes / elapsedMs - weightedRate);
    weight += share * (1 - weight);
    sampleStartMs = nowMs;
    sampleBytes = 0;
  };

  const bytesPerSecond = (nowMs: number): number | null => {
    sample(nowMs);
    return nowMs - startMs < FIRST_RATE_MS || weight === 0 ? null : (weightedRate / weight) * 1_000;
  };

  return {
    add(byteLength, nowMs) {
      sampleBytes += byteLength;
      sample(nowMs);
    },
    bytesPerSecond,
    secondsLeft(remainingBytes, nowMs) {
      const rate = bytesPerSecond(nowMs);
      if (rate === null || rate < 1 || nowMs - startMs < FIRST_ESTIMATE_MS) return null;
      return remainingBytes / rate;
    },
  };
}
