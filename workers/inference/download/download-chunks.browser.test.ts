// Real requests of a real browser: each byte once, at a bounded pace, whatever the line does.
import { describe, expect, test } from "vitest";
import { CHUNK, download, expectWhole, SIZE, serve } from "../../../e2e/download-client";
import { testEnvironment } from "../../../e2e/fault-client";

describe("a healthy server", () => {
  test("gives each byte once, in ranges that need no permission, four at a time", async () => {
    const model = await serve([]);
    let inFlight = 0;
    let mostInFlight = 0;
    const environment = testEnvironment({
      fetch: async (url, init) => {
        mostInFlight = Math.max(mostInFlight, ++inFlight);
        return fetch(url, init);
      },
    });
    const received = await download(model, { environment, onChunk: () => void inFlight-- });
    await expectWhole(received, model);
    const requests = await model.requests();
    expect(requests.map(({ method }) => method)).toEqual(Array(7).fill("GET"));
    expect(new Set(requests.map(({ range }) => range)).size).toBe(7);
    expect(mostInFlight).toBe(4);
    expect(environment.waits).toEqual([]);
  });

  test("behind a redirect whose target works once is asked by the first address each time [F8]", async () => {
    const model = await serve([]);
    await expectWhole(await download(model, { url: model.redirectUrl }), model);
  });

  test("is asked only for what is not stored", async () => {
    const model = await serve([]);
    const { chunks, progress } = await download(model, {
      stored: [0, 1, 2, 4],
      known: { byteLength: SIZE, etag: '"7"' },
    });
    expect([...chunks.keys()].sort()).toEqual([3, 5, 6]);
    const last = progress.at(-1);
    expect(last).toMatchObject({
      phase: "downloading",
      receivedBytes: SIZE,
      totalBytes: SIZE,
      resumedBytes: 4 * CHUNK,
    });
  });

  test("holds back while the receiver is busy: no more than four chunks are ever in memory", async () => {
    const model = await serve([], { byteLength: 20 * CHUNK });
    let held = 0;
    let mostHeld = 0;
    const environment = testEnvironment({
      fetch: (url, init) => {
        mostHeld = Math.max(mostHeld, ++held);
        return fetch(url, init);
      },
    });
    const slow = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    await download(model, { environment, onChunk: async () => slow().then(() => void held--) });
    expect(mostHeld).toBeLessThanOrEqual(4);
  });

  // Tried again, as a busy machine may be late.
  test("is left within 200 ms when the download is stopped", { retry: 2 }, async () => {
    const model = await serve([], { bytesPerSecond: 50_000 });
    const controller = new AbortController();
    const running = download(model, { signal: controller.signal });
    const settled = running.catch((error: unknown) => error);
    await expect.poll(async () => (await model.requests()).length).toBeGreaterThan(0);
    const stopMs = performance.now();
    controller.abort(new Error("stopped"));
    expect(await settled).toMatchObject({ message: "stopped" });
    expect(performance.now() - stopMs).toBeLessThan(200);
  });
});

describe("a connection that breaks", () => {
  test("in the middle of a chunk goes on where it broke [F1]", async () => {
    const model = await serve([{ kind: "cut", requests: [0], after: 100_000 }]);
    const received = await download(model);
    await expectWhole(received, model);
    const resumed = (await model.ranges())[1];
    expect(resumed).toMatch(/-262143$/);
    expect(Number(resumed?.split("-")[0])).toBeGreaterThan(0);
    expect(received.environment.waits.length).toBe(1);
  });

  test("silently, without a length, is noticed [F2]", async () => {
    const model = await serve([{ kind: "short", requests: [0, 3], after: 100_000 }]);
    await expectWhole(await download(model), model);
    expect((await model.requests()).length).toBe(9);
  });

  test("by falling silent is given up and tried again [F3]", async () => {
    const model = await serve([{ kind: "stall", requests: [0], after: 1_000 }]);
    const received = await download(model, { environment: testEnvironment({ stallMs: 400 }) });
    await expectWhole(received, model);
    expect(received.progress).toContainEqual(
      expect.objectContaining({ phase: "retrying", reason: { kind: "stalled" }, attempt: 1 }),
    );
  });

  test("again and again ends with a sentence after a bounded number of requests [F1]", async () => {
    const model = await serve([{ kind: "cut", after: 10 }]);
    const environment = testEnvironment();
    await expect(download(model, { environment })).rejects.toMatchObject({ name: "OfflineError" });
    expect((await model.requests()).length).toBe(8);
    expect(environment.waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500]);
  });

  test("because there is no network says so when nothing has begun [F10]", async () => {
    const environment = testEnvironment({
      fetch: () => Promise.reject(new TypeError("Failed to fetch")),
      isOnline: () => false,
    });
    const model = await serve([]);
    await expect(download(model, { environment })).rejects.toMatchObject({
      name: "OfflineError",
      message: expect.stringContaining("There is no network"),
    });
  });

  test("because the network went waits until it is back, and goes on by itself [F10]", async () => {
    const model = await serve([]);
    let isOnline = true;
    let requestCount = 0;
    const environment = testEnvironment({
      fetch: (url, init) => {
        if (++requestCount === 3) isOnline = false;
        return isOnline ? fetch(url, init) : Promise.reject(new TypeError("Failed to fetch"));
      },
      isOnline: () => isOnline,
      untilOnline: async () => {
        isOnline = true;
      },
    });
    const received = await download(model, { environment });
    await expectWhole(received, model);
    expect(received.progress).toContainEqual(
      expect.objectContaining({ phase: "retrying", reason: { kind: "offline" } }),
    );
  });
});
