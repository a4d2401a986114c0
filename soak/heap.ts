// The JavaScript heap over time. Chromium is started so that it tells the heap's size to the byte and collects garbage on demand.

interface Sample {
  readonly minutes: number;
  readonly megabytes: number;
}

const collectGarbage = (globalThis as { readonly gc?: () => void }).gc;

export function sampleHeap(startedAt: number): Sample {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  if (!collectGarbage || !memory)
    throw new Error("This Chromium was not started for soaks: see vite.config.ts");
  collectGarbage();
  return { minutes: (performance.now() - startedAt) / 60_000, megabytes: memory.usedJSHeapSize / 1e6 };
}

/**
 * MB a minute: the median of the slopes between any two samples (Theil and Sen). A leak shows in all of them; a step, as when code
 * is compiled or thrown away in the middle, in few: least squares make a megabyte a minute of it.
 */
export function slopeOf(samples: readonly Sample[]): number {
  const slopes = samples.flatMap((late, index) =>
    samples
      .slice(0, index)
      .map((early) => (late.megabytes - early.megabytes) / (late.minutes - early.minutes)),
  );
  return slopes.sort((a, b) => a - b)[slopes.length >> 1] ?? Number.NaN;
}
