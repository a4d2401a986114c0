// A file server that can do wrong what servers and networks do wrong, on purpose and countably. Tests in Node start it
// and talk to it directly; tests in a browser use `/control/…`.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { CORS, type Fault, send, sendFaulty } from "./faults";

declare module "vitest" {
  interface ProvidedContext {
    readonly faultServerUrl: string;
  }
}

export interface ServedFile {
  readonly byteLength: number; // of seeded random bytes that begin with "GGUF"
  readonly seed: number;
  readonly etag?: string;
  readonly faults?: readonly Fault[];
  /** Another file takes this one's place at that request. */
  readonly change?: {
    readonly atRequest: number;
    readonly byteLength: number;
    readonly seed: number;
    readonly etag: string;
  };
  readonly bytesPerSecond?: number; // of one connection
}

export interface LoggedRequest {
  readonly method: string;
  readonly range: string | null;
  readonly headers: readonly string[];
}

export interface FaultServer {
  readonly url: string;
  /**
   * Serves a file at `/files/<name>` and, by a redirect that works once, at `/redirect/<name>`. `/elsewhere?to=` redirects to any
   * address.
   */
  serve(name: string, file: ServedFile, content?: Uint8Array): void;
  requests(name: string): readonly LoggedRequest[];
  clearLog(name: string): void;
  close(): Promise<void>;
}

interface Entry {
  readonly file: ServedFile;
  readonly content: Uint8Array;
  readonly log: LoggedRequest[];
  count: number; // not cleared with the log: faults are counted by it
}

/** Seeded random bytes (xorshift32) that begin as a GGUF file does; incompressible, so that quotas are real. */
export function seededBytes(byteLength: number, seed: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(byteLength / 4));
  let state = seed * 2654435761 + 1 || 1;
  for (let i = 0; i < words.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[i] = state;
  }
  const bytes = new Uint8Array(words.buffer, 0, byteLength);
  bytes.set(new TextEncoder().encode("GGUF").subarray(0, byteLength));
  return bytes;
}

function parseRange(header: string | undefined, byteLength: number): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (!match) return null;
  const last = match[2] ? Number(match[2]) : byteLength - 1;
  return { start: Number(match[1]), end: Math.min(last + 1, byteLength) };
}

function serveFile(entry: Entry, request: IncomingMessage, response: ServerResponse): void {
  const ordinal = entry.count++;
  const { method = "", headers: sent } = request;
  entry.log.push({ method, range: sent.range ?? null, headers: Object.keys(sent) });
  const { change, faults = [], bytesPerSecond } = entry.file;
  const isChanged = change !== undefined && ordinal >= change.atRequest;
  const whole = isChanged ? seededBytes(change.byteLength, change.seed) : entry.content;
  const etag = isChanged ? change.etag : (entry.file.etag ?? `"${entry.file.seed}"`);
  const range = parseRange(request.headers.range, whole.byteLength);
  const headers: Record<string, string> = { ...CORS, ETag: etag, "Content-Type": "application/octet-stream" };
  if (range && range.start >= whole.byteLength) {
    const unsatisfied = { ...headers, "Content-Range": `bytes */${whole.byteLength}` };
    send({ response, status: 416, headers: unsatisfied, body: new Uint8Array(), bytesPerSecond });
    return;
  }
  const body = range ? whole.subarray(range.start, range.end) : whole;
  if (range) headers["Content-Range"] = `bytes ${range.start}-${range.end - 1}/${whole.byteLength}`;
  const answer = { response, status: range ? 206 : 200, headers, body, bytesPerSecond };
  const fault = faults.find(
    ({ requests, start }) =>
      (requests?.includes(ordinal) ?? true) && (start === undefined || start === (range?.start ?? 0)),
  );
  if (fault) sendFaulty(fault, answer, whole);
  else send(answer);
}

async function control(
  server: FaultServer,
  request: IncomingMessage,
  response: ServerResponse,
  what: string,
  name: string,
): Promise<void> {
  if (what === "serve") server.serve(name, JSON.parse(await text(request)) as ServedFile);
  if (what === "clear") server.clearLog(name);
  response.writeHead(200, { ...CORS, "Content-Type": "application/json" });
  response.end(JSON.stringify(server.requests(name)));
}

/** Starts the server on a free port of this machine. */
export async function startFaultServer(): Promise<FaultServer> {
  const entries = new Map<string, Entry>();
  const tickets = new Set<string>(); // of redirects: each opens one request
  let nextTicket = 0;
  const route = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? "/", server.url);
    const [, folder, first = "", second = ""] = pathname.split("/");
    const entry = entries.get(first);
    if (folder === "control") {
      void control(server, request, response, first, second);
    } else if (folder === "elsewhere") {
      response.writeHead(302, { ...CORS, Location: searchParams.get("to") ?? "" }).end();
    } else if (!entry) {
      response.writeHead(404, CORS).end();
    } else if (folder === "redirect") {
      const ticket = String(nextTicket++);
      tickets.add(ticket);
      response.writeHead(302, { ...CORS, Location: `/files/${first}?ticket=${ticket}` }).end();
    } else if (searchParams.has("ticket") && !tickets.delete(searchParams.get("ticket") ?? "")) {
      response.writeHead(403, CORS).end();
    } else {
      serveFile(entry, request, response);
    }
  };
  const http = createServer(route);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const server: FaultServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    serve(name, file, content = seededBytes(file.byteLength, file.seed)) {
      entries.set(name, { file, content, log: [], count: 0 });
    },
    requests: (name) => entries.get(name)?.log ?? [],
    clearLog(name) {
      entries.get(name)?.log.splice(0);
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
