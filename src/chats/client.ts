// Starts the chats worker when it is first needed.
import * as Comlink from "comlink";
import type { ChatsApi } from "./api";

export class ChatsWorkerError extends Error {
  override readonly name = "ChatsWorkerError";
}

interface Session {
  readonly remote: Comlink.Remote<ChatsApi>;
  readonly died: Promise<never>;
}

let session: Session | null = null;

/** Calls the worker; rejects when it dies, and the next call starts another. */
export function callChats<Call extends Promise<unknown>>(
  call: (chats: Comlink.Remote<ChatsApi>) => Call,
): Promise<Awaited<Call>> {
  session ??= start();
  return Promise.race([call(session.remote), session.died]) as Promise<Awaited<Call>>;
}

function start(): Session {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "chats" });
  let rejectDied = (_error: ChatsWorkerError): void => {};
  const died = new Promise<never>((_resolve, reject) => {
    rejectDied = reject;
  });
  died.catch(() => {}); // nobody may be waiting
  const started: Session = { remote: Comlink.wrap<ChatsApi>(worker), died };
  worker.addEventListener("error", (event) => {
    worker.terminate();
    if (session === started) session = null;
    rejectDied(new ChatsWorkerError(event.message));
  });
  return started;
}
