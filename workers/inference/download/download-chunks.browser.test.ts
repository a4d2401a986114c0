// Real requests of a real browser to a server that does wrong: what arrives is the file, or a sentence.
import { describe, expect, test } from "vitest";
import {
  type ServedModel,
  serveModel,
  type TestEnvironment,
  testEnvironment,
} from "../../../e2e/fault-client";
import type { ServedFile } from "../../../e2e/fault-server";
import type { Fault } from "../../../e2e/faults";
import type { DownloadProgress } from "../api";
import { downloadChunks } from "./download-chunks";

const CHUNK = 256 * 1024;
const SIZE = 6 * CHUNK + 1_000; // seven chunks

interface Received {
  readonly chunks: Map<number, Uint8Array>;
  readonly progress: DownloadProgress[];
  readonly environment: TestEnvironment;
}

interface Settings {
  readonly environment?: TestEnvironment;
  readonly signal?: AbortSignal;
  readonly stored?: readonly number[];
  readonly known?: { readonly byteLength: number; readonly etag: string | null };
  readonly url?: string;
  readonly onChunk?: (index: number) => Promise<void> | void;
}

async function download(model: ServedModel, settings: Settings = {}): Promise<Received> {
  const environment = settings.environment ?? testEnvironment();
  const received: Received = { chunks: new Map(), progress: [], environment };
  await downloadChunks(
    {
      url: settings.url ?? model.url,
      byteLength: settings.known?.byteLength ?? null,
      etag: settings.known?.etag ?? null,
      chunkByteLength: CHUNK,
      magic: "GGUF",
      isPinned: false,
      isStored: (index) => settings.stored?.includes(index) === true || received.chunks.has(index),
    },
    {
      onFile: async () => undefined,
      onChunk: async (index, bytes) => {
        await settings.onChunk?.(index);
        received.chunks.set(index, bytes);
      },
      betweenChunks: async () => undefined,
      onProgress: (progress) => received.progress.push(progress),
    },
    settings.signal ?? new AbortController().signal,
    environment,
  );
  return received;
}

function serve(faults: readonly Fault[], more: Partial<ServedFile> = {}): Promise<ServedModel> {
  return serveModel({ byteLength: SIZE, seed: 7, faults, ...more });
}

/** The same bytes that the server made from the seed. */
async function expectWhole({ chunks }: Received, model: ServedModel): Promise<void> {
  const clean = await serve([]);
  const whole = new Uint8Array(await (await fetch(clean.url)).arrayBuffer());
  expect(chunks.size, model.url).toBe(7);
  for (const [index, bytes] of chunks) {
    const expected = whole.subarray(index * CHUNK, (index + 1) * CHUNK);
    expect(bytes.byteLength).toBe(expected.byteLength);
    expect(bytes.every((byte, i) => byte === expected[i])).toBe(true);
  }
}

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

  test("behind a redirect whose target works once is asked by the first address each time", async () => {
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

  test("is left within 200 ms when the download is stopped", async () => {
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
  test("in the middle of a chunk goes on where it broke", async () => {
    const model = await serve([{ kind: "cut", requests: [0], after: 100_000 }]);
    const received = await download(model);
    await expectWhole(received, model);
    const resumed = (await model.ranges())[1];
    expect(resumed).toMatch(/-262143$/);
    expect(Number(resumed?.split("-")[0])).toBeGreaterThan(0);
    expect(received.environment.waits.length).toBe(1);
  });

  test("silently, without a length, is noticed", async () => {
    const model = await serve([{ kind: "short", requests: [0, 3], after: 100_000 }]);
    await expectWhole(await download(model), model);
    expect((await model.requests()).length).toBe(9);
  });

  test("by falling silent is given up and tried again", async () => {
    const model = await serve([{ kind: "stall", requests: [0], after: 1_000 }]);
    const received = await download(model, { environment: testEnvironment({ stallMs: 400 }) });
    await expectWhole(received, model);
    expect(received.progress).toContainEqual(
      expect.objectContaining({ phase: "retrying", reason: "The connection stalled.", attempt: 1 }),
    );
  });

  test("again and again ends with a sentence after a bounded number of requests", async () => {
    const model = await serve([{ kind: "cut", after: 10 }]);
    const environment = testEnvironment();
    await expect(download(model, { environment })).rejects.toMatchObject({ name: "OfflineError" });
    expect((await model.requests()).length).toBe(8);
    expect(environment.waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500]);
  });

  test("because there is no network says so when nothing has begun", async () => {
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

  test("because the network went waits until it is back, and goes on by itself", async () => {
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
      expect.objectContaining({ phase: "retrying", reason: expect.stringContaining("goes on by itself") }),
    );
  });
});

describe("a server that answers wrongly", () => {
  test("with other bytes than asked for is not believed", async () => {
    const model = await serve([{ kind: "wrong-range", requests: [2] }]);
    await expectWhole(await download(model), model);
    const stubborn = await serve([{ kind: "wrong-range", start: CHUNK }]);
    await expect(download(stubborn)).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("Content-Range"),
    });
    expect((await stubborn.ranges()).filter((range) => range?.startsWith(`${CHUNK}-`)).length).toBe(3);
  });

  test("with more bytes than announced is not believed", async () => {
    const model = await serve([{ kind: "extra", requests: [1] }]);
    await expectWhole(await download(model), model);
    expect((await model.requests()).length).toBe(8);
  });

  test("with half a compressed body is not believed", async () => {
    const model = await serve([{ kind: "gzip-cut", requests: [0, 4] }]);
    await expectWhole(await download(model), model);
  });

  test("with the whole file to every range is read in one stream", async () => {
    const model = await serve([{ kind: "whole" }]);
    await expectWhole(await download(model), model);
    expect(await model.ranges()).toEqual(["0-262143", null]);
  });

  test("with the whole file to a later range is not read to its end, and stored chunks come again for comparison", async () => {
    const model = await serve([{ kind: "whole" }], { bytesPerSecond: 4_000_000 });
    const received = await download(model, { stored: [0, 1], known: { byteLength: SIZE, etag: '"7"' } });
    expect([...received.chunks.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect((await model.ranges()).filter((range) => range === null).length).toBe(1);
  });

  test("with a Content-Range that pages may not read is read in one stream", async () => {
    const model = await serve([{ kind: "hidden-range" }]);
    await expectWhole(await download(model), model);
    expect(await model.ranges()).toEqual(["0-262143", null]);
  });

  test("and a stream that breaks begins anew", async () => {
    const model = await serve([
      { kind: "whole", requests: [0] },
      { kind: "cut", requests: [1], after: 3 * CHUNK },
    ]);
    await expectWhole(await download(model), model);
    expect(await model.ranges()).toEqual(["0-262143", null, null]);
  });

  test("with a stream of unknown length is refused", async () => {
    const model = await serve([
      { kind: "whole", requests: [0] },
      { kind: "short", requests: [1], after: 5 * CHUNK },
    ]);
    await expect(download(model)).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("does not say how long"),
    });
  });

  test("with a web page is named as such", async () => {
    await expect(download(await serve([{ kind: "page" }]))).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("login"),
    });
  });

  test("with a file that is no GGUF is refused after its first chunk", async () => {
    const model = await serve([{ kind: "flip", requests: [0] }]);
    await expect(download(model)).rejects.toMatchObject({ name: "DownloadError" });
    expect((await model.requests()).length).toBe(1);
  });
});

describe("a file that changes on the server", () => {
  const change = { atRequest: 3, byteLength: SIZE, seed: 8, etag: '"8"' };

  test("while it is downloaded is not mixed", async () => {
    await expect(download(await serve([], { change }))).rejects.toMatchObject({ name: "ModelChangedError" });
  });

  test("in length is noticed without an ETag", async () => {
    const longer = await serve([], { byteLength: SIZE + 1 });
    const known = { byteLength: SIZE, etag: null };
    await expect(download(longer, { stored: [0], known })).rejects.toMatchObject({
      name: "ModelChangedError",
      message: expect.stringContaining(`${SIZE + 1} bytes`),
    });
  });

  test("to a shorter one is noticed by status 416", async () => {
    const shorter = await serve([], { byteLength: CHUNK });
    const known = { byteLength: SIZE, etag: null };
    await expect(download(shorter, { stored: [0], known })).rejects.toMatchObject({
      name: "ModelChangedError",
      message: expect.stringContaining("shorter"),
    });
  });

  test("only in its ETag's strength has not changed", async () => {
    const model = await serve([], { etag: 'W/"7"' });
    const { chunks } = await download(model, { stored: [0], known: { byteLength: SIZE, etag: '"7"' } });
    expect(chunks.size).toBe(6);
  });
});

describe("a server that refuses", () => {
  test("once with 403, as when a signed address ran out, is asked again", async () => {
    const model = await serve([{ kind: "status", status: 403, requests: [2, 3] }]);
    await expectWhole(await download(model, { url: model.redirectUrl }), model);
  });

  test("for good with 403 is asked three times and no more", async () => {
    const model = await serve([{ kind: "status", status: 403 }]);
    await expect(download(model)).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("403"),
    });
    expect((await model.requests()).length).toBe(3);
  });

  test("with 404 is asked once", async () => {
    const model = await serve([{ kind: "status", status: 404 }]);
    await expect(download(model)).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("no such file"),
    });
    expect((await model.requests()).length).toBe(1);
  });

  test("with 429 is left in peace as long as it says", async () => {
    const model = await serve([{ kind: "status", status: 429, retryAfter: "45", requests: [0] }]);
    const received = await download(model);
    await expectWhole(received, model);
    expect(received.environment.waits.length).toBe(1);
    expect(received.environment.waits[0]).toBeCloseTo(45_000, -2);
    expect(received.progress).toContainEqual(
      expect.objectContaining({ phase: "retrying", retryInSeconds: 45 }),
    );
  });

  test("with 429 and no word how long is left in peace for thirty seconds or more, by all lanes", async () => {
    const model = await serve([{ kind: "status", status: 429, requests: [1, 2, 3, 4] }]);
    const received = await download(model);
    await expectWhole(received, model);
    expect(Math.max(...received.environment.waits)).toBeGreaterThanOrEqual(30_000);
    expect((await model.requests()).length).toBe(11);
  });

  test("with 429 that pages may not read is retried with growing waits", async () => {
    const model = await serve([{ kind: "status", status: 429, hasCors: false, requests: [0, 1] }]);
    const received = await download(model);
    await expectWhole(received, model);
    expect(received.environment.waits).toEqual([750, 1_500]);
  });

  test("with a storm of 500 is retried a bounded number of times", async () => {
    const model = await serve([{ kind: "status", status: 502, requests: [0, 1, 2] }]);
    await expectWhole(await download(model), model);
    const broken = await serve([{ kind: "status", status: 500 }]);
    await expect(download(broken)).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("status 500"),
    });
    expect((await broken.requests()).length).toBe(8);
  });
});
