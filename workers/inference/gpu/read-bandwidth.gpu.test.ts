import { expect, it } from "vitest";
import { runKernel, testGpu } from "./kernels/run-kernel";
import { measureReadBandwidth, readBandwidth } from "./read-bandwidth";

it("reads every cell once", async () => {
  const [rounds, stride] = [3, 256];
  const cells = Uint32Array.from({ length: rounds * 4 * stride * 4 }, (_, i) => Math.imul(i, 2654435761));
  const expected = new Uint32Array(stride * 4);
  cells.forEach((word, i) => {
    expected[i % expected.length] = ((expected[i % expected.length] as number) + word) >>> 0;
  });
  const { sums } = await runKernel({
    source: readBandwidth,
    inputs: { cells },
    outputs: { sums: expected.length },
    params: { rounds, stride },
    grid: () => [stride / 256],
  });
  expect(new Uint32Array((sums as Float32Array).buffer)).toEqual(expected);
});

it("measures something, as often as it is asked to, and stops when told", async () => {
  const gpu = await testGpu();
  const runs = await measureReadBandwidth(gpu, 3, new AbortController().signal);
  expect(runs).toHaveLength(3);
  for (const gigabytesPerSecond of runs) expect(gigabytesPerSecond).toBeGreaterThan(0);
  await expect(measureReadBandwidth(gpu, 3, AbortSignal.abort())).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(gpu.takeError()).toBeUndefined();
});
