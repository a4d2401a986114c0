// What tests of installing share: a served model, options that cost no time, and what "stored" must mean.
import { expect } from "vitest";
import type { DownloadProgress, DownloadResult } from "../workers/inference/api";
import type { InstallOptions } from "../workers/inference/install-model";
import { findChunk, writeChunk } from "../workers/inference/store/chunk-store";
import { openModel } from "../workers/inference/store/model-reader";
import { readRecord } from "../workers/inference/store/model-record";
import { listModels } from "../workers/inference/store/model-store";
import { type ServedModel, serveModel, testEnvironment } from "./fault-client";
import type { ServedFile } from "./fault-server";

export const CHUNK = 256 * 1024;
export const SIZE = 8 * CHUNK + 999; // nine chunks

export function options(changes: Partial<InstallOptions> = {}): InstallOptions {
  return {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    checkHeader: async () => undefined,
    chunkByteLength: CHUNK,
    environment: testEnvironment(),
    ...changes,
  };
}

export function serve(file: Partial<ServedFile> = {}): Promise<ServedModel> {
  return serveModel({ byteLength: SIZE, seed: 3, ...file });
}

/** Options that stop the installation once `storedBytes` have come in. */
export function stopAfter(receivedBytes: number): InstallOptions {
  const controller = new AbortController();
  const onProgress = (progress: DownloadProgress) => {
    if (progress.phase === "downloading" && progress.receivedBytes >= receivedBytes) controller.abort();
  };
  return options({ signal: controller.signal, onProgress });
}

export async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function idOf(result: DownloadResult): string {
  if (!result.model) throw new Error("nothing was stored");
  return result.model.id;
}

/** Like toEqual, in a hundredth of its time. */
export function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(actual.byteLength).toBe(expected.byteLength);
  expect(actual.every((byte, i) => byte === expected[i])).toBe(true);
}

export async function expectStored(id: string, whole: Uint8Array<ArrayBuffer>): Promise<void> {
  const source = await openModel(id);
  expect(source.byteLength).toBe(whole.byteLength);
  const all = await source.read(0, whole.byteLength);
  expectSame(all, whole);
  const [model] = (await listModels()).filter((stored) => stored.id === id);
  expect(model).toMatchObject({
    status: "complete",
    byteLength: whole.byteLength,
    storedBytes: whole.byteLength,
    sha256: await sha256(whole),
  });
}

export async function flipByte(id: string, index: number, position: number): Promise<void> {
  const record = await readRecord(id);
  const bytes = await findChunk(id, index, record.chunks[index]?.hash ?? "");
  if (!bytes) throw new Error(`chunk ${index} is not there`);
  bytes[position] = bytes[position]! ^ 0x10;
  await writeChunk(id, index, bytes);
}
