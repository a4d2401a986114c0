// A server that answers as a script says, rightly or not: a download ends with every chunk whole, or with an error that has a
// name; no wrong length is ever taken, and the server is not asked for ever. Time is the test's own.

import { chunkRange, countChunks } from "../../workers/inference/download/chunk-plan";
import { downloadChunks } from "../../workers/inference/download/download-chunks";
import type { DownloadEnvironment } from "../../workers/inference/download/environment";
import { DownloadError, ModelChangedError, OfflineError } from "../../workers/inference/errors";
import { expectThat, jsonSeed, type Outcome, type Target, textOf } from "../target";

const CHUNK_BYTES = 64;
const FILE = Uint8Array.from({ length: 200 }, (_, index) => "GGUF".charCodeAt(index) || index);
const MAX_REQUESTS = 200;
const STATUSES = [200, 206, 206, 206, 204, 301, 403, 404, 416, 429, 500, 503];

/** One answer; what it does not say is right. */
interface Script {
  readonly status?: unknown;
  readonly contentRange?: unknown; // {first} {last} {total} stand for the right numbers
  readonly contentLength?: unknown;
  readonly etag?: unknown;
  readonly retryAfter?: unknown;
  readonly contentType?: unknown;
  readonly encoding?: unknown;
  readonly extraBytes?: unknown; // of the body; below 0: missing
  readonly pieces?: unknown;
  readonly isBroken?: unknown; // fails after its first piece
}

const SEEDS: readonly (readonly Script[])[] = [
  [
    {},
    {
      status: 206,
      contentRange: "bytes {first}-{last}/{total}",
      contentLength: "64",
      etag: '"a"',
      extraBytes: 0,
    },
  ],
  [{ status: 200, contentType: "text/html" }],
  [{ etag: '"a"' }, { status: 503, retryAfter: "2" }, { etag: '"b"', isBroken: true, pieces: 3 }],
  [
    { status: 200 },
    { status: 200, contentLength: "200", encoding: "gzip" },
    { extraBytes: -1 },
    { extraBytes: 5 },
  ],
  [
    { status: 416 },
    { contentRange: "bytes 0-63/*" },
    { status: 429, retryAfter: "Wed, 21 Oct 2026 07:28:00 GMT" },
  ],
];
const WORDS = [
  "bytes 0-63/200",
  "bytes {first}-{last}/9999999999999999",
  "0",
  "-1",
  "206",
  "200",
  '"b"',
  "W/",
  "{first}",
];

function bodyOf(
  bytes: Uint8Array<ArrayBuffer>,
  { pieces, isBroken }: Script,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const count = typeof pieces === "number" && pieces >= 1 && pieces < 20 ? Math.floor(pieces) : 1;
  const size = Math.max(1, Math.ceil(bytes.length / count));
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at > 0 && isBroken === true) controller.error(new TypeError("network error"));
      else if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

function answer(script: Script, init: RequestInit): Response {
  const range = /bytes=(\d+)-(\d+)/.exec(new Headers(init.headers).get("Range") ?? "");
  const first = range ? Number(range[1]) : 0;
  const last = Math.min(range ? Number(range[2]) : FILE.length, FILE.length - 1);
  const known = STATUSES.includes(script.status as number) ? (script.status as number) : 206;
  const isWhole = known === 200 || !range;
  const right = isWhole ? FILE : FILE.slice(first, last + 1);
  const extra =
    typeof script.extraBytes === "number" ? Math.max(-right.length, Math.min(100, script.extraBytes | 0)) : 0;
  const body = new Uint8Array(right.length + extra);
  body.set(right.subarray(0, body.length));
  const headers = new Headers();
  const set = (name: string, value: unknown, otherwise?: string): void => {
    const text = typeof value === "string" && /^[\x20-\x7e]*$/.test(value) ? value : otherwise;
    if (text !== undefined && value !== null) headers.set(name, fill(text, first, last));
  };
  if (!isWhole) set("Content-Range", script.contentRange, "bytes {first}-{last}/{total}");
  set("Content-Length", script.contentLength, isWhole ? String(FILE.length) : undefined);
  set("ETag", script.etag);
  set("Retry-After", script.retryAfter);
  set("Content-Type", script.contentType);
  set("Content-Encoding", script.encoding);
  const status = isWhole && known === 206 ? 200 : known;
  return new Response(status === 204 ? null : bodyOf(body, script), { status, headers });
}

const fill = (text: string, first: number, last: number): string =>
  text
    .replace("{first}", String(first))
    .replace("{last}", String(last))
    .replace("{total}", String(FILE.length));

/** A clock that waits for nobody, and a server that says what is right once its script has ended. */
function createEnvironment(scripts: readonly Script[]): {
  environment: DownloadEnvironment;
  requests: () => number;
} {
  let requests = 0;
  let nowMs = 0;
  const environment: DownloadEnvironment = {
    fetch: async (_url, init) => {
      requests++;
      if (requests > MAX_REQUESTS) throw new Error(`over ${MAX_REQUESTS} requests`);
      return answer(scripts[requests - 1] ?? {}, init);
    },
    now: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms;
    },
    random: () => 0.5,
    isOnline: () => true,
    untilOnline: async () => {},
    stallMs: 1e6,
  };
  return { environment, requests: () => requests };
}

function parseScripts(input: Uint8Array): Script[] {
  try {
    const value: unknown = JSON.parse(textOf(input));
    const isScript = (one: unknown): one is Script => typeof one === "object" && one !== null;
    return Array.isArray(value) ? value.filter(isScript).slice(0, 50) : [];
  } catch {
    return [];
  }
}

async function check(input: Uint8Array): Promise<Outcome> {
  const { environment } = createEnvironment(parseScripts(input));
  const stored = new Set<number>();
  let byteLength = 0;
  const manifest = {
    ...{
      url: "https://example.org/model.gguf",
      byteLength: null,
      etag: null,
      magic: "GGUF",
      isPinned: false,
    },
    chunkByteLength: CHUNK_BYTES,
    isStored: (index: number) => stored.has(index),
  };
  const handlers = {
    onFile: async (length: number) => {
      byteLength = length;
    },
    onChunk: async (index: number, bytes: Uint8Array) => {
      const expected = chunkRange(index, byteLength, CHUNK_BYTES).byteLength;
      expectThat(bytes.length === expected, () => `chunk ${index} has ${bytes.length} bytes of ${expected}`);
      const right = FILE.subarray(index * CHUNK_BYTES, index * CHUNK_BYTES + expected);
      expectThat(
        right.every((byte, at) => bytes[at] === byte),
        () => `chunk ${index} has other bytes than the file`,
      );
      stored.add(index);
    },
    betweenChunks: async () => {},
    onProgress: () => {},
  };
  try {
    await downloadChunks(manifest, handlers, new AbortController().signal, environment);
  } catch (error) {
    if ([DownloadError, ModelChangedError, OfflineError].some((kind) => error instanceof kind))
      return "refused";
    throw error;
  }
  expectThat(
    stored.size === countChunks(byteLength, CHUNK_BYTES),
    () => `${stored.size} chunks of ${byteLength} bytes`,
  );
  return "taken";
}

export function load(): Target {
  return {
    name: "download",
    count: 20_000,
    seeds: SEEDS.map((scripts) => jsonSeed(scripts, WORDS)),
    check,
    maxMs: 1000,
  };
}
