// Reads a draft's documents while its question is still being typed: what is read is there when the question is sent. One draft
// at a time, the one on screen; an answer goes first, and what was read until then is kept.
import { create } from "zustand";
import { engine } from "../inference";
import { type DraftSize, draftMessages, draftTools, useDraftSizeStore } from "./draft-size";
import type { PromptProgress } from "./reading";
import { useReplyStore } from "./reply-store";

export type ReadingAhead =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly progress: PromptProgress }
  | { readonly status: "stopped"; readonly progress: PromptProgress } // by the user; what was read is kept
  | { readonly status: "ready" };

interface ReadingAheadStore {
  readonly ahead: ReadingAhead; // of the draft on screen
  /** Stops until the draft changes, or until it is sent. */
  stop(): void;
}

interface Run {
  readonly requestId: string;
  readonly size: DraftSize; // of the draft that is read: another measurement is another draft
  readonly done: Promise<void>;
}

let run: Run | null = null;

export const useReadingAheadStore = create<ReadingAheadStore>((set, get) => ({
  ahead: { status: "idle" },
  stop: () => {
    const { ahead } = get();
    if (ahead.status === "reading") set({ ahead: { ...ahead, status: "stopped" } });
    void endReadingAhead();
  },
}));

/** Resolves when the model is free for something else. */
export async function endReadingAhead(): Promise<void> {
  if (!run) return;
  engine.stop(run.requestId).catch(() => {}); // the reading's own call ends with the worker
  await run.done;
}

export function watchReadingAhead(): void {
  useDraftSizeStore.subscribe(look);
  useReplyStore.subscribe(({ reply }, before) => {
    if (reply === null && before.reply !== null) look();
  });
}

/** The size of the draft that was read, or that the user stopped: not to be begun again. */
let settled: DraftSize | null = null;

function look(): void {
  const { size } = useDraftSizeStore.getState();
  if (run && run.size !== size) void endReadingAhead().then(look);
  if (run || useReplyStore.getState().reply) return;
  if (size === null || size.promptTokens >= size.contextLength) {
    settled = null;
    useReadingAheadStore.setState({ ahead: { status: "idle" } });
  } else if (size !== settled) {
    settled = size;
    const requestId = crypto.randomUUID();
    const done = read(requestId).finally(() => {
      run = null;
    });
    run = { requestId, size, done };
  }
}

async function read(requestId: string): Promise<void> {
  const setAhead = (ahead: ReadingAhead): void => useReadingAheadStore.setState({ ahead });
  const isReading = (): boolean => useReadingAheadStore.getState().ahead.status === "reading";
  setAhead({ status: "reading", progress: { readTokens: 0, totalTokens: 0, secondsLeft: null } });
  try {
    const messages = await draftMessages();
    const request = { requestId, messages, tools: await draftTools() };
    const { finishReason } = await engine.readAhead(request, (event) => {
      if (event.type === "reading" && isReading()) setAhead({ status: "reading", progress: event });
    });
    if (!isReading()) return; // the user stopped it
    setAhead({ status: finishReason === "complete" ? "ready" : "idle" });
    if (finishReason === "stopped") settled = null; // for an answer: it goes on after that
  } catch {
    if (isReading()) setAhead({ status: "idle" }); // nothing is lost: sending reads, and says what is wrong
  }
}
