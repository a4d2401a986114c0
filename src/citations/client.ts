// Starts the citations worker when it is first needed, gives it the documents it has to look in, and takes back those that have
// not been asked about for longest when they become too many.
import * as Comlink from "comlink";
import { currentTexts } from "../i18n/language-store";
import type { CitationsApi, SearchResult } from "./api";
import type { Match } from "./match";
import type { SourceDocument } from "./source";

/** UTF-16 units of all documents held; an index takes about four bytes for each. */
const MAX_HELD_LENGTH = 48_000_000;

export class CitationsWorkerError extends Error {
  override readonly name = "CitationsWorkerError";
}

interface Session {
  readonly remote: Comlink.Remote<CitationsApi>;
  readonly died: Promise<never>;
  readonly held: Map<string, number>; // lengths by id, the one asked about last at the end
}

let session: Session | null = null;

export async function matchQuotation(
  documents: readonly SourceDocument[],
  quotation: string,
): Promise<Match> {
  const { remote, died } = await hold(documents);
  return Promise.race([
    remote.match(
      documents.map(({ id }) => id),
      quotation,
    ),
    died,
  ]);
}

export async function searchDocument(document: SourceDocument, query: string): Promise<SearchResult> {
  const { remote, died } = await hold([document]);
  return Promise.race([remote.search(document.id, query), died]);
}

/** Messages arrive in order: what is held here is held there before the next call. */
async function hold(documents: readonly SourceDocument[]): Promise<Session> {
  session ??= start();
  const { remote, held, died } = session;
  const calls: Promise<void>[] = [];
  for (const document of documents) {
    const length = held.get(document.id) ?? document.pages.reduce((sum, { text }) => sum + text.length, 0);
    if (!held.delete(document.id)) calls.push(remote.hold(document));
    held.set(document.id, length);
  }
  for (const id of tooMany(held, new Set(documents.map((document) => document.id)))) {
    held.delete(id);
    calls.push(remote.drop(id));
  }
  await Promise.race([Promise.all(calls), died]);
  return session;
}

function tooMany(held: ReadonlyMap<string, number>, needed: ReadonlySet<string>): string[] {
  let total = [...held.values()].reduce((sum, length) => sum + length, 0);
  const dropped: string[] = [];
  for (const [id, length] of held) {
    if (total <= MAX_HELD_LENGTH) break;
    if (needed.has(id)) continue;
    dropped.push(id);
    total -= length;
  }
  return dropped;
}

function start(): Session {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "citations" });
  let rejectDied = (_error: CitationsWorkerError): void => {};
  const died = new Promise<never>((_resolve, reject) => {
    rejectDied = reject;
  });
  died.catch(() => {}); // nobody may be waiting
  const started: Session = { remote: Comlink.wrap<CitationsApi>(worker), died, held: new Map() };
  worker.addEventListener("error", (event) => {
    worker.terminate();
    if (session === started) session = null;
    const { viewer } = currentTexts();
    const { message } = event;
    const sentence = message === "" ? viewer.searchStopped : viewer.searchStoppedBy(message);
    rejectDied(new CitationsWorkerError(sentence));
  });
  return started;
}
