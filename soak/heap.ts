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

/** MB a minute, by least squares. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (pick: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const [meanMinutes, meanMegabytes] = [mean(({ minutes }) => minutes), mean(({ megabytes }) => megabytes)];
  let products = 0;
  let squares = 0;
  for (const { minutes, megabytes } of samples) {
    products += (minutes - meanMinutes) * (megabytes - meanMegabytes);
    squares += (minutes - meanMinutes) ** 2;
  }
  return products / squares;
}
