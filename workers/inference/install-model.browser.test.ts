// Models onto this device and back, through real requests and a real IndexedDB.
import { afterEach, describe, expect, test } from "vitest";
import {
  bytesOf,
  CHUNK,
  expectSame,
  expectStored,
  flipByte,
  idOf,
  options,
  SIZE,
  serve,
  sha256,
  stopAfter,
} from "../../e2e/install-client";
import type { DownloadProgress, ModelSource } from "./api";
import { ModelFormatError } from "./errors";
import { type InstallOptions, installModel, repairModel, resumeInstall } from "./install-model";
import { listChunkOwners } from "./store/chunk-store";
import { findDamagedChunks, openModel } from "./store/model-reader";
import { type ModelRecord, readRecord, saveRecord } from "./store/model-record";
import { deleteModel, listModels } from "./store/model-store";

afterEach(async () => {
  for (const { id } of await listModels()) await deleteModel(id);
});

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
      expectSame(await reader.read(offset, length), whole.subarray(offset, offset + length));
    }
    await model.clearLog();
    expect((await installModel(source, options())).outcome).toBe("complete");
    expect(await model.requests()).toEqual([]);
  });

  test("that was paused goes on without fetching a stored chunk again [F14]", async () => {
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

  test("that another tab holds is refused with a sentence [F17]", async () => {
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

  test("of a file that changed is refused, and the next one begins anew [F5]", async () => {
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

  test("with a bit turned on its way is removed, and is whole when it is fetched again [F7]", async () => {
    const model = await serve({ bytesPerSecond: 4_000_000 });
    const expectedSha256 = await sha256(await bytesOf(model.url));
    const begin = async (): Promise<string> => {
      const id = idOf(await installModel({ kind: "url", url: model.url }, stopAfter(3 * CHUNK)));
      await saveRecord({ ...(await readRecord(id)), expectedSha256 }); // as the catalogue has them
      return id;
    };
    const flips = [{ kind: "flip" as const, start: 8 * CHUNK }];
    const id = await begin();
    await model.replace({ byteLength: SIZE, seed: 3, faults: flips });
    await expect(resumeInstall(id, options())).rejects.toMatchObject({
      name: "DownloadError",
      message: expect.stringContaining("SHA-256"),
    });
    expect((await listModels()).map((stored) => stored.id)).not.toContain(id);
    expect(await listChunkOwners()).not.toContain(id);
    await expect(openModel(id)).rejects.toMatchObject({ name: "ModelNotFoundError" });
    await model.replace({ byteLength: SIZE, seed: 3, bytesPerSecond: 4_000_000 });
    expect((await resumeInstall(await begin(), options())).outcome).toBe("complete");
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
  test("is found when the chunk is read, and only that chunk is fetched again [F27]", async () => {
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

  test("cannot be repaired from a file that changed meanwhile [F27]", async () => {
    const model = await serve();
    const id = idOf(await installModel({ kind: "url", url: model.url }, options()));
    await model.replace({ byteLength: SIZE, seed: 9, etag: '"3"' });
    await expect(repairModel(id, [4], options())).rejects.toMatchObject({ name: "ModelChangedError" });
    await expect(openModel(id)).rejects.toMatchObject({ name: "ModelNotFoundError" });
  });

  test("before completion is found while the whole is hashed [F27]", async () => {
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
