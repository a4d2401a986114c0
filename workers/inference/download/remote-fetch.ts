// fetch() as a download needs it, for a worker that may reach its own origin alone: other hosts are asked through fetch-worker.ts.
import * as Comlink from "comlink";
import type { FetchedHead, FetchWorkerApi } from "./fetch-worker";

/** A download opens hundreds of answers, with pauses between them that are shorter than this. */
const IDLE_MS = 10_000;
/** Answers that have no body by definition: a Response of one must not be given any. */
const WITHOUT_BODY = [204, 205, 304];

interface Session {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<FetchWorkerApi>;
  readonly died: Promise<never>;
  readonly open: Set<number>;
}

let session: Session | null = null;
let idleTimer: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;

/** Its own origin is asked directly; of the options only Range and the signal reach another one. */
export function fetchFromAnywhere(url: string, init: RequestInit): Promise<Response> {
  const isOwn = new URL(url, location.href).origin === location.origin;
  return isOwn ? fetch(url, init) : fetchElsewhere(url, init);
}

async function fetchElsewhere(url: string, { headers, signal }: RequestInit): Promise<Response> {
  signal?.throwIfAborted();
  const id = ++lastId;
  const { remote, died } = begin(id);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  aborted.catch(() => {}); // nobody may be waiting
  const onAbort = (): void => {
    reject(signal?.reason);
    end(id);
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  const close = (): void => {
    signal?.removeEventListener("abort", onAbort);
    end(id);
  };
  try {
    const call = remote.open(id, url, new Headers(headers).get("Range"));
    const head = await Promise.race([call, died, aborted]);
    const read = (): Promise<Uint8Array<ArrayBuffer> | null> =>
      Promise.race([remote.read(id), died, aborted]);
    return toResponse(head, read, close);
  } catch (error) {
    close();
    throw toFetchError(error);
  }
}

function toResponse(
  { status, headers }: FetchedHead,
  read: () => Promise<Uint8Array<ArrayBuffer> | null>,
  close: () => void,
): Response {
  const init = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  if (WITHOUT_BODY.includes(status)) {
    close();
    return new Response(null, init);
  }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const bytes = await read();
          if (bytes !== null) return controller.enqueue(bytes);
          close();
          controller.close();
        } catch (error) {
          close();
          controller.error(toFetchError(error));
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 }, // a body that nobody reads stays with the network
  );
  return new Response(body, init);
}

/** Comlink gives back an Error with the name of what was thrown; whoever calls fetch() tells by the class. */
function toFetchError(error: unknown): unknown {
  if (error instanceof Error && error.name === "TypeError") return new TypeError(error.message);
  return error;
}

function begin(id: number): Session {
  clearTimeout(idleTimer);
  session ??= start();
  session.open.add(id);
  return session;
}

function end(id: number): void {
  if (!session?.open.delete(id)) return;
  void session.remote.close(id);
  clearTimeout(idleTimer);
  if (session.open.size === 0) idleTimer = setTimeout(stop, IDLE_MS);
}

function stop(): void {
  session?.worker.terminate();
  session = null;
}

function start(): Session {
  const worker = new Worker(new URL("./fetch-worker.ts", import.meta.url), { type: "module" });
  const { promise: died, reject } = Promise.withResolvers<never>();
  died.catch(() => {});
  const started = { worker, remote: Comlink.wrap<FetchWorkerApi>(worker), died, open: new Set<number>() };
  worker.addEventListener("error", (event) => {
    worker.terminate();
    if (session === started) session = null;
    reject(new TypeError(event.message || "The worker that downloads did not start"));
  });
  return started;
}
