// What tests of downloading share: a served file of seven chunks, and what became of downloading it.
import { expect } from "vitest";
import type { DownloadProgress } from "../workers/inference/api";
import { downloadChunks } from "../workers/inference/download/download-chunks";
import { type ServedModel, serveModel, type TestEnvironment, testEnvironment } from "./fault-client";
import type { ServedFile } from "./fault-server";
import type { Fault } from "./faults";

export const CHUNK = 256 * 1024;
export const SIZE = 6 * CHUNK + 1_000; // seven chunks

export interface Received {
  readonly chunks: Map<number, Uint8Array>;
  readonly progress: DownloadProgress[];
  readonly environment: TestEnvironment;
}

export interface Settings {
  readonly environment?: TestEnvironment;
  readonly signal?: AbortSignal;
  readonly stored?: readonly number[];
  readonly known?: { readonly byteLength: number; readonly etag: string | null };
  readonly url?: string;
  readonly onChunk?: (index: number) => Promise<void> | void;
}

export async function download(model: ServedModel, settings: Settings = {}): Promise<Received> {
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

export function serve(faults: readonly Fault[], more: Partial<ServedFile> = {}): Promise<ServedModel> {
  return serveModel({ byteLength: SIZE, seed: 7, faults, ...more });
}

/** The same bytes that the server made from the seed. */
export async function expectWhole({ chunks }: Received, model: ServedModel): Promise<void> {
  const clean = await serve([]);
  const whole = new Uint8Array(await (await fetch(clean.url)).arrayBuffer());
  expect(chunks.size, model.url).toBe(7);
  for (const [index, bytes] of chunks) {
    const expected = whole.subarray(index * CHUNK, (index + 1) * CHUNK);
    expect(bytes.byteLength).toBe(expected.byteLength);
    expect(bytes.every((byte, i) => byte === expected[i])).toBe(true);
  }
}
