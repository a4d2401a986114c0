// Models onto this device and back, through real requests and a real IndexedDB.

import { afterEach, describe, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { serveModel, testEnvironment } from "../../e2e/fault-client";
import type { ServedFile } from "../../e2e/fault-server";
import type { DownloadProgress, DownloadResult, ModelSource } from "./api";
import { ModelFormatError } from "./errors";
import { type InstallOptions, installModel, repairModel, resumeInstall } from "./install-model";
import { findChunk, listChunkOwners, writeChunk } from "./store/chunk-store";
import { findDamagedChunks, openModel } from "./store/model-reader";
import { createRecord, type ModelRecord, readRecord, saveRecord } from "./store/model-record";
import { deleteModel, listModels, reportStorage } from "./store/model-store";

const CHUNK = 256 * 1024;
const SIZE = 8 * CHUNK + 999; // nine chunks

afterEach(async () => {
  for (const { id } of await listModels()) await deleteModel(id);
});

function options(changes: Partial<InstallOptions> = {}): InstallOptions {
  return {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    checkHeader: async () => undefined,
    chunkByteLength: CHUNK,
    environment: testEnvironment(),
    ...changes,
  };
}

function serve(file: Partial<ServedFile> = {}) {
  return serveModel({ byteLength: SIZE, seed: 3, ...file });
}

/** Options that stop the installation once `storedBytes` have come in. */
function stopAfter(receivedBytes: number): InstallOptions {
  const controller = new AbortController();
  const onProgress = (progress: DownloadProgress) => {
    if (progress.phase === "downloading" && progress.receivedBytes >= receivedBytes) controller.abort();
  };
  return options({ signal: controller.signal, onProgress });
}

async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function idOf(result: DownloadResult): string {
  if (!result.model) throw new Error("nothing was stored");
  return result.model.id;
}

async function expectStored(id: string, whole: Uint8Array<ArrayBuffer>): Promise<void> {
  const source = await openModel(id);
  expect(source.byteLength).toBe(whole.byteLength);
  const all = await source.read(0, whole.byteLength);
  expect(all.every((byte, i) => byte === whole[i])).toBe(true);
  const [model] = (await listModels()).filter((stored) => stored.id === id);
  expect(model).toMatchObject({
    status: "complete",
    byteLength: whole.byteLength,
    storedBytes: whole.byteLength,
    sha256: await sha256(whole),
  });
}

async function flipByte(id: string, index: number, position: number): Promise<void> {
  const record = await readRecord(id);
  const bytes = await findChunk(id, index, record.chunks[index]?.hash ?? "");
  if (!bytes) throw new Error(`chunk ${index} is not there`);
  bytes[position] = bytes[position]! ^ 0x10;
  await writeChunk(id, index, bytes);
}

describe("a download", () => {
  test("is complete with the file's SHA-256, reads back at any offset, and is not fetched twice", async () => {
    const model = await serve();
    const source: ModelSource = { kind: "url", url: model.url };
    const result = await installModel(source, options());
    expect(result.outcome).toBe("complete");
    const whole = await bytesOf(model.url);
    await expectStored(idOf(result), whole);
    const reader = await openModel(idOf(result));
    for (const [offset, length] of [
      [CHUNK - 3, 6],
      [0, 0],
      [SIZE - 1, 1],
      [CHUNK / 2, 3 * CHUNK],
    ] as const) {
      expect(await reader.read(offset, length)).toEqual(whole.subarray(offset, offset + length));
    }
    await model.clearLog();
    expect((await installModel(source, options())).outcome).toBe("complete");
    expect(await model.requests()).toEqual([]);
  });

  test("that was paused goes on without fetching a stored chunk again", async () => {
    const model = await serve({ bytesPerSecond: 2_000_000 });
    const source: ModelSource = { kind: "url", url: model.url };
    const paused = await installModel(source, stopAfter(3 * CHUNK));
    expect(paused.outcome).toBe("paused");
    const record = await readRecord(idOf(paused));
    const stored = record.chunks.flatMap((chunk, index) => (chunk?.isStored ? [index] : []));
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.length).toBeLessThan(9);
    await model.clearLog();
    const progress: DownloadProgress[] = [];
    const resumed = await resumeInstall(idOf(paused), options({ onProgress: (step) => progress.push(step) }));
    const starts = (await model.ranges()).map((range) => Number(range?.split("-")[0]) / CHUNK);
    expect(starts.filter((index) => stored.includes(index))).toEqual([]);
    expect(starts.length).toBe(9 - stored.length);
    expect(progress.at(-1)).toMatchObject({ resumedBytes: paused.model?.storedBytes });
    await expectStored(idOf(resumed), await bytesOf(model.url));
  });

  test("that another tab holds is refused with a sentence", async () => {
    const model = await serve({ bytesPerSecond: 2_000_000 });
    const source: ModelSource = { kind: "url", url: model.url };
    const controller = new AbortController();
    const first = installModel(source, options({ signal: controller.signal }));
    await expect.poll(async () => (await model.requests()).length).toBeGreaterThan(0);
    await expect(installModel(source, options())).rejects.toMatchObject({ name: "EngineBusyError" });
    controller.abort();
    expect((await first).outcome).toBe("paused");
    expect((await installModel(source, options())).outcome).toBe("complete");
  });

  test("of a file that changed is refused, and the next one begins anew", async () => {
    const model = await serve({ bytesPerSecond: 2_000_000 });
    const source: ModelSource = { kind: "url", url: model.url };
    await installModel(source, stopAfter(3 * CHUNK));
    await model.replace({ byteLength: SIZE, seed: 4 });
    await expect(installModel(source, options())).rejects.toMatchObject({ name: "ModelChangedError" });
    expect((await listModels())[0]).toMatchObject({ status: "partial" });
    await expectStored(idOf(await installModel(source, options())), await bytesOf(model.url));
  });

  test("in one stream compares what is stored, and does not mix a file without an ETag that changed", async () => {
    const model = await serve({ bytesPerSecond: 2_000_000 });
    const source: ModelSource = { kind: "url", url: model.url };
    const paused = await installModel(source, stopAfter(4 * CHUNK));
    await model.replace({ byteLength: SIZE, seed: 3, faults: [{ kind: "whole" }] });
    await expectStored(idOf(await installModel(source, options())), await bytesOf(model.url));
    await deleteModel(idOf(paused));
    await model.replace({ byteLength: SIZE, seed: 3, bytesPerSecond: 2_000_000 });
    await installModel(source, stopAfter(4 * CHUNK));
    await model.replace({ byteLength: SIZE, seed: 5, etag: '"3"', faults: [{ kind: "whole" }] });
    await expect(installModel(source, options())).rejects.toMatchObject({ name: "ModelChangedError" });
  });

  test("whose SHA-256 is not the published one is removed", async () => {
    const model = await serve({ bytesPerSecond: 4_000_000 });
    const paused = await installModel({ kind: "url", url: model.url }, stopAfter(3 * CHUNK));
    const record = await readRecord(idOf(paused));
    // As a catalogue entry's record: the address alone would expect nothing.
    const id = "jamba2-3b-q8_0";
    const expectedSha256 = "2c624f1d663d2d9e1008d718c3e8d67ae62a19733ddde89ee90872e0c84eb50b";
    await createRecord({
      ...record,
      id,
      origin: "catalogue",
      expectedSha256,
      chunks: record.chunks.map(() => null),
      prefix: null,
    });
    const environment = testEnvironment({ fetch: (_, init) => fetch(model.url, init) });
    await expect(resumeInstall(id, options({ environment }))).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("SHA-256"),
    });
    expect((await listModels()).map((stored) => stored.id)).not.toContain(id);
    expect(await listChunkOwners()).not.toContain(id);
  });
});

describe("the header", () => {
  test("of a model that cannot run stops the download after one chunk and leaves nothing behind", async () => {
    const model = await serve();
    const checkHeader = async () => {
      throw new ModelFormatError('general.architecture is "llama" and must be "jamba".');
    };
    await expect(
      installModel({ kind: "url", url: model.url }, options({ checkHeader })),
    ).rejects.toMatchObject({
      name: "ModelFormatError",
    });
    expect(await model.ranges()).toEqual([`0-${CHUNK - 1}`]);
    expect(await listModels()).toEqual([]);
    expect((await listChunkOwners()).size).toBe(0);
  });

  test("may reach over several chunks", async () => {
    const model = await serve();
    let seenBytes = 0;
    const checkHeader: InstallOptions["checkHeader"] = async (source) => {
      seenBytes = (await source.read(0, 3 * CHUNK + 5)).byteLength;
    };
    const result = await installModel({ kind: "url", url: model.url }, options({ checkHeader }));
    expect(result.outcome).toBe("complete");
    expect(seenBytes).toBe(3 * CHUNK + 5);
  });
});

describe("damage on the disk", () => {
  test("is found when the chunk is read, and only that chunk is fetched again", async () => {
    const model = await serve();
    const id = idOf(await installModel({ kind: "url", url: model.url }, options()));
    await flipByte(id, 4, 1_234);
    const source = await openModel(id);
    await expect(source.read(4 * CHUNK, 10)).rejects.toMatchObject({
      name: "ModelDamagedError",
      message: expect.stringContaining("Part 5 of 9"),
    });
    expect((await source.read(5 * CHUNK, 10)).byteLength).toBe(10);
    const damaged = await findDamagedChunks(id, new AbortController().signal);
    expect(damaged).toEqual([4]);
    await model.clearLog();
    expect((await repairModel(id, damaged, options())).outcome).toBe("complete");
    expect(await model.ranges()).toEqual([`${4 * CHUNK}-${5 * CHUNK - 1}`]);
    await expectStored(id, await bytesOf(model.url));
  });

  test("cannot be repaired from a file that changed meanwhile", async () => {
    const model = await serve();
    const id = idOf(await installModel({ kind: "url", url: model.url }, options()));
    await model.replace({ byteLength: SIZE, seed: 9, etag: '"3"' });
    await expect(repairModel(id, [4], options())).rejects.toMatchObject({ name: "ModelChangedError" });
    await expect(openModel(id)).rejects.toMatchObject({ name: "ModelNotFoundError" });
  });

  test("before completion is found while the whole is hashed", async () => {
    const model = await serve({ bytesPerSecond: 2_000_000 });
    const paused = await installModel({ kind: "url", url: model.url }, stopAfter(4 * CHUNK));
    const id = idOf(paused);
    const record: ModelRecord = await readRecord(id);
    await flipByte(id, 0, 77);
    await saveRecord({ ...record, prefix: null }); // the hash has to read chunk 0 from the disk
    await model.clearLog();
    await resumeInstall(id, options());
    expect(await model.ranges()).toContain(`0-${CHUNK - 1}`);
    await expectStored(id, await bytesOf(model.url));
  });
});

describe("storage", () => {
  test("that is full keeps what is verified, says how much is missing, and goes on when there is room", async () => {
    const origin = location.origin;
    const { usedBytes } = await reportStorage();
    const model = await serve({ byteLength: 40 * CHUNK });
    const source: ModelSource = { kind: "url", url: model.url };
    const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
    await session.send("Storage.overrideQuotaForOrigin", {
      origin,
      quotaSize: (usedBytes ?? 0) + 12 * CHUNK,
    });
    try {
      await expect(installModel(source, options())).rejects.toMatchObject({
        name: "StorageFullError",
        message: expect.stringMatching(/MB more are needed\. The \d+\.\d MB already here are kept/),
      });
    } finally {
      await session.send("Storage.overrideQuotaForOrigin", { origin });
    }
    const [kept] = await listModels();
    expect(kept?.storedBytes).toBeGreaterThan(0);
    await model.clearLog();
    await expectStored(idOf(await installModel(source, options())), await bytesOf(model.url));
    expect((await model.ranges()).filter((range) => range !== null).length).toBe(
      40 - (kept?.storedBytes ?? 0) / CHUNK,
    );
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

  test("with records that this version does not understand shows the others", async () => {
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

  test("that is damaged on this device later is mended by choosing it again", async () => {
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
