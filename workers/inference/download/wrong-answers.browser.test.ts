// A server that does wrong: what arrives is the file, or a sentence.
import { describe, expect, test } from "vitest";
import { CHUNK, download, expectWhole, SIZE, serve } from "../../../e2e/download-client";

describe("a server that answers wrongly", () => {
  test("with other bytes than asked for is not believed [F6]", async () => {
    const model = await serve([{ kind: "wrong-range", requests: [2] }]);
    await expectWhole(await download(model), model);
    const stubborn = await serve([{ kind: "wrong-range", start: CHUNK }]);
    await expect(download(stubborn)).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("Content-Range"),
    });
    expect((await stubborn.ranges()).filter((range) => range?.startsWith(`${CHUNK}-`)).length).toBe(3);
  });

  test("with more bytes than announced is not believed [F6]", async () => {
    const model = await serve([{ kind: "extra", requests: [1] }]);
    await expectWhole(await download(model), model);
    expect((await model.requests()).length).toBe(8);
  });

  test("with half a compressed body is not believed [F13]", async () => {
    const model = await serve([{ kind: "gzip-cut", requests: [0, 4] }]);
    await expectWhole(await download(model), model);
  });

  test("with the whole file to every range is read in one stream [F4]", async () => {
    const model = await serve([{ kind: "whole" }]);
    await expectWhole(await download(model), model);
    expect(await model.ranges()).toEqual(["0-262143", null]);
  });

  test("with the whole file to a later range is not read to its end, and stored chunks come again for comparison [F4]", async () => {
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

  test("with a web page is named as such [F12]", async () => {
    await expect(download(await serve([{ kind: "page" }]))).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("login"),
    });
  });

  test("with a file that is no GGUF is refused after its first chunk [F7]", async () => {
    const model = await serve([{ kind: "flip", requests: [0] }]);
    await expect(download(model)).rejects.toMatchObject({ name: "DownloadError" });
    expect((await model.requests()).length).toBe(1);
  });
});

describe("a file that changes on the server", () => {
  const change = { atRequest: 3, byteLength: SIZE, seed: 8, etag: '"8"' };

  test("while it is downloaded is not mixed [F5]", async () => {
    await expect(download(await serve([], { change }))).rejects.toMatchObject({ name: "ModelChangedError" });
  });

  test("in length is noticed without an ETag [F5]", async () => {
    const longer = await serve([], { byteLength: SIZE + 1 });
    const known = { byteLength: SIZE, etag: null };
    await expect(download(longer, { stored: [0], known })).rejects.toMatchObject({
      name: "ModelChangedError",
      message: expect.stringContaining(`${SIZE + 1} bytes`),
    });
  });

  test("to a shorter one is noticed by status 416 [F5]", async () => {
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
  test("once with 403, as when a signed address ran out, is asked again [F8]", async () => {
    const model = await serve([{ kind: "status", status: 403, requests: [2, 3] }]);
    await expectWhole(await download(model, { url: model.redirectUrl }), model);
  });

  test("for good with 403 is asked three times and no more [F8]", async () => {
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

  test("with 429 is left in peace as long as it says [F9]", async () => {
    const model = await serve([{ kind: "status", status: 429, retryAfter: "45", requests: [0] }]);
    const received = await download(model);
    await expectWhole(received, model);
    expect(received.environment.waits.length).toBe(1);
    expect(received.environment.waits[0]).toBeCloseTo(45_000, -2);
    expect(received.progress).toContainEqual(
      expect.objectContaining({ phase: "retrying", retryInSeconds: 45 }),
    );
  });

  test("with 429 and no word how long is left in peace for thirty seconds or more, by all lanes [F9]", async () => {
    const model = await serve([{ kind: "status", status: 429, requests: [1, 2, 3, 4] }]);
    const received = await download(model);
    await expectWhole(received, model);
    expect(Math.max(...received.environment.waits)).toBeGreaterThanOrEqual(30_000);
    expect((await model.requests()).length).toBe(11);
  });

  test("with 429 that pages may not read is retried with growing waits [F9]", async () => {
    const model = await serve([{ kind: "status", status: 429, hasCors: false, requests: [0, 1] }]);
    const received = await download(model);
    await expectWhole(received, model);
    expect(received.environment.waits).toEqual([750, 1_500]);
  });

  test("with a storm of 500 is retried a bounded number of times [F10]", async () => {
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
