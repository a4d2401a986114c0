// Storage that is full, lost or littered, and models from local files, on a real IndexedDB.
import { afterEach, describe, expect, test } from "vitest";
import { bytesOf, CHUNK, expectStored, flipByte, idOf, options, serve } from "../../e2e/install-client";
import type { DownloadProgress, ModelSource } from "./api";
import { installModel, repairModel, resumeInstall } from "./install-model";
import { listChunkOwners, writeChunk } from "./store/chunk-store";
import { openModel } from "./store/model-reader";
import { createRecord, type ModelRecord } from "./store/model-record";
import { deleteModel, listModels, reportStorage } from "./store/model-store";

afterEach(async () => {
  for (const { id } of await listModels()) await deleteModel(id);
});

/** Runs `work` while every put from the nth on fails as `error`; how browsers fail is in e2e/download.spec.ts. */
async function withFailingPuts<T>(
  from: number,
  count: number,
  error: DOMException,
  work: () => Promise<T>,
): Promise<T> {
  const real = IDBObjectStore.prototype.put;
  let puts = 0;
  IDBObjectStore.prototype.put = function (value, key) {
    puts++;
    if (puts > from && puts <= from + count) throw error;
    return real.call(this, value, key);
  };
  try {
    return await work();
  } finally {
    IDBObjectStore.prototype.put = real;
  }
}

describe("storage", () => {
  test("that is full keeps what is verified, says how much is missing, and goes on when there is room [F18]", async () => {
    const model = await serve();
    const source: ModelSource = { kind: "url", url: model.url };
    const full = new DOMException("", "QuotaExceededError");
    await withFailingPuts(7, Infinity, full, () =>
      expect(installModel(source, options())).rejects.toMatchObject({
        name: "StorageFullError",
        message: expect.stringMatching(/MB more are needed\. The 0\.[58] MB already here are kept/),
      }),
    );
    const [kept] = await listModels();
    const keptChunks = (kept?.storedBytes ?? 0) / CHUNK;
    expect(keptChunks).toBeGreaterThanOrEqual(2);
    await model.clearLog();
    const resumed = await installModel(source, options());
    expect((await model.requests()).length).toBe(9 - keptChunks);
    await expectStored(idOf(resumed), await bytesOf(model.url));
  });

  test("whose connection is lost is opened again once, and then given up with a sentence [F21]", async () => {
    const model = await serve();
    const lost = new DOMException("Connection to Indexed Database server lost", "UnknownError");
    const source: ModelSource = { kind: "url", url: model.url };
    await withFailingPuts(5, 1, lost, async () => {
      await expectStored(idOf(await installModel(source, options())), await bytesOf(model.url));
    });
    const other: ModelSource = { kind: "url", url: (await serve({ seed: 20 })).url };
    await withFailingPuts(5, Infinity, lost, () =>
      expect(installModel(other, options())).rejects.toMatchObject({ name: "StorageUnavailableError" }),
    );
  });

  test("that is taken away during a download is noticed: nothing is complete [F20]", async () => {
    const model = await serve({ bytesPerSecond: 2_000_000 });
    const source: ModelSource = { kind: "url", url: model.url };
    let isDeleted = false;
    const onProgress = (progress: DownloadProgress) => {
      if (isDeleted || progress.phase !== "downloading" || progress.receivedBytes < 3 * CHUNK) return;
      isDeleted = true;
      indexedDB.deleteDatabase("jamba-models");
      indexedDB.deleteDatabase("jamba-model-chunks");
    };
    await expect(installModel(source, options({ onProgress }))).rejects.toMatchObject({
      name: "StorageUnavailableError",
      message: expect.stringContaining("removed what was stored"),
    });
    expect(await listModels()).toEqual([]);
  });

  test("forgets a deleted model, and chunks that a cut deletion left", async () => {
    const model = await serve();
    const id = idOf(await installModel({ kind: "url", url: model.url }, options()));
    await writeChunk("gone", 0, new Uint8Array(10));
    await deleteModel(id);
    expect((await reportStorage()).models).toEqual([]);
    expect([...(await listChunkOwners())]).toEqual([]);
    await expect(openModel(id)).rejects.toMatchObject({ name: "ModelNotFoundError" });
  });

  test("with records that this version does not understand shows the others [F31]", async () => {
    const model = await serve();
    const id = idOf(await installModel({ kind: "url", url: model.url }, options()));
    await createRecord({ id: "junk", version: 99 } as unknown as ModelRecord);
    expect((await listModels()).map((stored) => stored.id)).toEqual([id]);
  });
});

describe("a local file", () => {
  async function localFile(seed = 11): Promise<{ file: File; whole: Uint8Array<ArrayBuffer> }> {
    const whole = await bytesOf((await serve({ seed })).url);
    return { file: new File([whole], "My model.gguf", { lastModified: 1_000 }), whole };
  }

  test("is stored like a download and found again when chosen twice", async () => {
    const { file, whole } = await localFile();
    const result = await installModel({ kind: "file", file }, options());
    expect(result.model).toMatchObject({ name: "My model", origin: "file", url: null });
    await expectStored(idOf(result), whole);
    expect(idOf(await installModel({ kind: "file", file }, options()))).toBe(idOf(result));
  });

  test("can be paused and goes on when chosen again", async () => {
    const { file, whole } = await localFile();
    const controller = new AbortController();
    let reads = 0;
    const slice = file.slice.bind(file);
    file.slice = (start, end) => {
      if (++reads === 4) controller.abort();
      return slice(start, end);
    };
    const paused = await installModel({ kind: "file", file }, options({ signal: controller.signal }));
    expect(paused.outcome).toBe("paused");
    const storedBefore = (paused.model?.storedBytes ?? 0) / CHUNK;
    expect(storedBefore).toBeGreaterThan(0);
    await expect(resumeInstall(idOf(paused), options())).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("Open the same file again"),
    });
    reads = 4;
    await expectStored(idOf(await installModel({ kind: "file", file }, options())), whole);
    expect(reads).toBe(4 + 1 + 9 - storedBefore); // the magic, and what was missing
  });

  test("that was edited since replaces the half-copied one", async () => {
    const first = await localFile(11);
    const second = await localFile(12);
    const controller = new AbortController();
    const onProgress = (progress: DownloadProgress) => {
      if (progress.phase === "downloading" && progress.receivedBytes > 0) controller.abort();
    };
    await installModel(
      { kind: "file", file: first.file },
      options({ signal: controller.signal, onProgress }),
    );
    const edited = new File([second.whole], first.file.name, { lastModified: 2_000 });
    await expectStored(idOf(await installModel({ kind: "file", file: edited }, options())), second.whole);
  });

  test("that is damaged on this device later is mended by choosing it again [F27]", async () => {
    const { file, whole } = await localFile();
    const id = idOf(await installModel({ kind: "file", file }, options()));
    await flipByte(id, 2, 5);
    await expect(repairModel(id, [2], options())).rejects.toMatchObject({ name: "ModelDamagedError" });
    await expectStored(idOf(await installModel({ kind: "file", file }, options())), whole);
  });

  test("that is no GGUF is refused at once", async () => {
    const file = new File(["PK\u0003\u0004 a zip"], "model.gguf");
    await expect(installModel({ kind: "file", file }, options())).rejects.toMatchObject({
      name: "ModelFormatError",
      message: expect.stringContaining("no GGUF"),
    });
    expect(await listModels()).toEqual([]);
  });
});
