// Reading whole models out of a real IndexedDB, on threads of their own.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  bytesOf,
  CHUNK,
  expectSame,
  flipByte,
  idOf,
  options,
  SIZE,
  serve,
} from "../../../e2e/install-client";
import { CHUNK_BYTES } from "../download/chunk-plan";
import { installModel } from "../install-model";
import { type ByteSource, streamBytes } from "./byte-source";
import { deleteChunks, findChunk, hashChunk, writeChunk } from "./chunk-store";
import { findDamagedChunks, openModel } from "./model-reader";
import { readRecord } from "./model-record";
import { deleteModel, listModels } from "./model-store";

const NativeWorker = globalThis.Worker;
let started = 0;
let ended = 0;
let asked = 0;

/** The browser's worker, counted from when the model has come: what fetches it is one as well. */
class CountedWorker extends NativeWorker {
  constructor(url: string | URL, init?: WorkerOptions) {
    super(url, init);
    started++;
  }
  override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    asked++;
    super.postMessage(message, transfer as Transferable[]);
  }
  override terminate(): void {
    ended++;
    super.terminate();
  }
}

beforeEach(() => {
  started = ended = asked = 0;
});

afterEach(async () => {
  globalThis.Worker = NativeWorker;
  for (const { id } of await listModels()) await deleteModel(id);
});

async function install(): Promise<{ id: string; whole: Uint8Array<ArrayBuffer>; source: ByteSource }> {
  const { url } = await serve();
  const id = idOf(await installModel({ kind: "url", url }, options()));
  globalThis.Worker = CountedWorker;
  return { id, whole: await bytesOf(url), source: await openModel(id) };
}

async function collect(source: ByteSource, start: number, end: number): Promise<Uint8Array> {
  const found = new Uint8Array(end - start);
  let at = 0;
  for await (const bytes of streamBytes(source, start, end)) {
    found.set(bytes, at);
    at += bytes.byteLength;
  }
  expect(at).toBe(found.byteLength);
  return found;
}

describe("a stream of a stored model", () => {
  test("gives any range in order, and ends its threads", async () => {
    const { whole, source } = await install();
    for (const [start, end] of [
      [0, SIZE],
      [CHUNK - 3, 6 * CHUNK + 1],
      [2 * CHUNK, 3 * CHUNK],
      [SIZE - 1, SIZE],
    ] as const) {
      expectSame(await collect(source, start, end), whole.subarray(start, end));
    }
    expect(started).toBeGreaterThan(0);
    expect(ended).toBe(started);
  });

  test("reads at most four chunks ahead, and nothing more once its reader has left", async () => {
    const { source } = await install();
    let pieces = 0;
    for await (const _ of streamBytes(source, 0, SIZE)) {
      pieces++;
      expect(asked).toBeLessThanOrEqual(pieces + 3);
      if (pieces === 2) break;
    }
    expect(asked).toBeLessThanOrEqual(5);
    expect(ended).toBe(started);
  });

  test("stops at a chunk with a flipped bit [F27]", async () => {
    const { id, source } = await install();
    await flipByte(id, 4, 77);
    let byteLength = 0;
    const read = async () => {
      for await (const bytes of streamBytes(source, 0, SIZE)) byteLength += bytes.byteLength;
    };
    await expect(read()).rejects.toMatchObject({
      name: "ModelDamagedError",
      message: expect.stringContaining("Part 5 of 9"),
    });
    expect(byteLength).toBe(4 * CHUNK);
    expect(ended).toBe(started);
  });

  test("goes on without threads where they do not start", async () => {
    const { whole, source } = await install();
    globalThis.Worker = class extends NativeWorker {
      constructor(_: string | URL, init?: WorkerOptions) {
        super("/no-such-worker.js", init);
      }
    };
    expectSame(await collect(source, 0, SIZE), whole);
  });
});

describe("a chunk", () => {
  test("kept as an array, by an earlier version or a browser that keeps no Blobs, reads the same", async () => {
    const { id, whole, source } = await install();
    const put = IDBObjectStore.prototype.put;
    const kept: unknown[] = [];
    IDBObjectStore.prototype.put = function (value, key) {
      if (value instanceof Blob) throw new DOMException("BlobURLs are not yet supported", "DataCloneError");
      kept.push(value);
      return put.call(this, value, key);
    };
    try {
      await writeChunk(id, 3, whole.slice(3 * CHUNK, 4 * CHUNK));
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(kept).toEqual([expect.any(Uint8Array)]);
    expectSame(await collect(source, 0, SIZE), whole);
  });

  test("of other bytes than its hash is not found [F27, F29]", async () => {
    const { id } = await install();
    const hash = (await readRecord(id)).chunks[0]?.hash ?? "";
    expect((await findChunk(id, 0, hash))?.byteLength).toBe(CHUNK);
    await writeChunk(id, 0, new Uint8Array(CHUNK));
    expect(await findChunk(id, 0, hash)).toBeUndefined();
  });

  test("that is shorter or longer than it was, or gone, is not taken for the whole [F27, F29]", async () => {
    const { id, whole, source } = await install();
    const damages = [
      whole.slice(CHUNK, 2 * CHUNK - 1),
      whole.slice(CHUNK, 2 * CHUNK + 1),
      new Uint8Array(), // as of a file whose end never reached the disk
    ];
    for (const damaged of damages) {
      await writeChunk(id, 1, damaged);
      await expect(source.read(CHUNK, 10)).rejects.toMatchObject({ name: "ModelDamagedError" });
      await expect(collect(source, 0, SIZE)).rejects.toMatchObject({ name: "ModelDamagedError" });
      expect(await findDamagedChunks(id, new AbortController().signal)).toEqual([1]);
    }
    await writeChunk(id, 1, whole.slice(CHUNK, 2 * CHUNK));
    expectSame(await collect(source, 0, SIZE), whole);
  });

  test("of the greatest length fits in a private window, whose values have a limit [F25]", async () => {
    // This browser's pages are private ones: more than 133,169,152 bytes in one value are refused here.
    const bytes = new Uint8Array(CHUNK_BYTES);
    for (let i = 0; i < bytes.length; i += 65_536) crypto.getRandomValues(bytes.subarray(i, i + 65_536));
    await writeChunk("greatest", 0, bytes);
    const kept = await findChunk("greatest", 0, await hashChunk(bytes));
    await deleteChunks("greatest");
    expect(kept?.byteLength).toBe(CHUNK_BYTES);
  });
});
