// The only worker whose policy lets it reach other hosts. It is told an address and a range of bytes and gives back what comes:
// it never sees a chat, and what it is asked for is checked here again.
import "../../guard";
import * as Comlink from "comlink";
import { parseModelUrl } from "./model-url";

const RANGE = /^bytes=\d{1,15}-\d{1,15}$/;

export interface FetchedHead {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
}

interface Exchange {
  readonly controller: AbortController;
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
}

const exchanges = new Map<number, Exchange>();

const api = {
  /** Asks for the file or a range of it. Rejects as fetch() does. */
  async open(id: number, url: string, range: string | null): Promise<FetchedHead> {
    if (range !== null && !RANGE.test(range)) throw new TypeError("That is no range of bytes");
    const address = parseModelUrl(url);
    const controller = new AbortController();
    const exchange: Exchange = { controller, reader: undefined };
    exchanges.set(id, exchange);
    const response = await fetch(address, {
      headers: range === null ? {} : { Range: range },
      cache: "no-store", // gigabytes in the HTTP cache would push out everything else
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: controller.signal,
    });
    exchange.reader = response.body?.getReader();
    return { status: response.status, headers: [...response.headers] };
  },

  /** The next bytes of the body; null at its end. */
  async read(id: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const result = await exchanges.get(id)?.reader?.read();
    if (result === undefined || result.done) return null;
    return Comlink.transfer(result.value, [result.value.buffer]);
  },

  close(id: number): void {
    exchanges.get(id)?.controller.abort();
    exchanges.delete(id);
  },
};

export type FetchWorkerApi = typeof api;

Comlink.expose(api);
