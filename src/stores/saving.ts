// What the page writes. What the browser refuses waits here and is tried again until it is stored; the page says so meanwhile,
// and so does the browser before it closes the page.
import { create } from "zustand";
import { currentTexts } from "../i18n/language-store";
import { listConversationIds } from "../storage/conversations";
import { listenToStorage, NewerStorageError } from "../storage/database";
import type { Problem, ProblemName } from "./problems";
import { showToast } from "./toast-store";

const TRY_AGAIN_MS = 5_000;

interface SavingStore {
  readonly problem: Problem | null;
}

export const useSavingStore = create<SavingStore>(() => ({ problem: null }));

type Write = () => Promise<unknown>;

/** The last write of each record until it is stored, in the order they were asked for. */
const latest = new Map<string, Write>();
const refused = new Set<Write>();
const running = new Set<Promise<void>>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes records, whose `keys` are any names that no others have. A later write of the same records takes its place. */
export async function save(keys: readonly string[], write: Write): Promise<void> {
  for (const key of keys) {
    latest.delete(key); // to the end
    latest.set(key, write);
  }
  const attempted = attempt(write);
  running.add(attempted);
  await attempted.finally(() => running.delete(attempted));
}

/** Resolves when all that was asked for is stored, or refused. A page that is reloaded before that loses it. */
export async function writesEnded(): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}

async function attempt(write: Write): Promise<void> {
  try {
    await write();
    for (const [key, wanted] of latest) if (wanted === write) latest.delete(key);
    refused.delete(write);
  } catch (error) {
    refused.add(write);
    say(error);
  }
  const wanted = new Set(latest.values());
  for (const old of refused) if (!wanted.has(old)) refused.delete(old); // a later one took its place
  settle();
}

/** Writes what was refused once more, in the order it was asked for. */
export async function saveAgain(): Promise<void> {
  for (const write of new Set(latest.values())) if (refused.has(write)) await attempt(write);
}

/** For what is read and for what is asked for again if it fails: the page goes on, but says so. */
export async function keep(work: Promise<unknown>): Promise<void> {
  try {
    await work;
    settle();
  } catch (error) {
    say(error);
  }
}

function settle(): void {
  clearTimeout(timer);
  globalThis.onbeforeunload = refused.size > 0 ? (event) => event.preventDefault() : null;
  if (refused.size > 0) timer = setTimeout(() => void saveAgain(), TRY_AGAIN_MS);
  else if (useSavingStore.getState().problem?.name === "PageStorageError") setProblem(null);
}

function say(error: unknown): void {
  const name: ProblemName = error instanceof NewerStorageError ? error.name : "PageStorageError";
  setProblem({ name, message: String(error) });
}

function setProblem(problem: Problem | null): void {
  const shown = useSavingStore.getState().problem;
  if (shown?.name !== problem?.name) useSavingStore.setState({ problem });
}

/** What no call sees. `hasChats`: whether the page shows any, which storage should have as well. */
export function watchStorage(hasChats: () => boolean): void {
  listenToStorage((event) => {
    if (event === "unreadable") showToast(currentTexts().storage.unreadable, { isLasting: true });
    else if (hasChats()) void checkStorage();
  });
}

/** A connection that was closed is most often a dropped one; storage without any chat is one that was cleared. */
async function checkStorage(): Promise<void> {
  const ids = await listConversationIds().catch(() => []);
  if (ids.length === 0) setProblem({ name: "PageStorageGoneError", message: "" });
}
