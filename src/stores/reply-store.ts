// The answer now streaming: transient, never stored from here. There is at most one, whichever conversation is on screen.
import { create } from "zustand";
import { engine } from "../inference";
import type { AnswerStatus } from "../storage/conversations";

export type ReplyPhase =
  | { readonly kind: "starting" }
  | {
      readonly kind: "reading";
      readonly readTokens: number;
      readonly totalTokens: number;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: "writing"; readonly isCall?: boolean } // what it asks of a tool, which is no text
  | { readonly kind: "waiting" } // for another tab's answer
  | { readonly kind: "restoring" }; // its model was lost, and is loaded again

export interface Reply {
  readonly requestId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly phase: ReplyPhase;
  readonly text: string; // drawn at most once a frame
  readonly isStopping: boolean;
}

/** How the last answer ended, for what waits for its end. */
export interface ReplyEnding {
  readonly conversationId: string;
  readonly status: AnswerStatus;
}

interface ReplyStore {
  readonly reply: Reply | null;
  readonly ending: ReplyEnding | null; // set as the reply goes
  begin(reply: Pick<Reply, "requestId" | "conversationId" | "messageId" | "text">): void;
  update(changes: Partial<Pick<Reply, "phase" | "text">>): void;
  end(status: AnswerStatus): void;
  stop(): void;
}

export const useReplyStore = create<ReplyStore>((set, get) => ({
  reply: null,
  ending: null,
  begin: (reply) => set({ reply: { ...reply, phase: { kind: "starting" }, isStopping: false } }),
  update: (changes) => {
    const { reply } = get();
    if (reply) set({ reply: { ...reply, ...changes } });
  },
  end: (status) => {
    const { reply } = get();
    set({ reply: null, ending: reply && { conversationId: reply.conversationId, status } });
  },
  stop: () => {
    const { reply } = get();
    if (!reply || reply.isStopping) return;
    set({ reply: { ...reply, isStopping: true } });
    engine.stop(reply.requestId).catch(() => {}); // the answer's own call reports what happened
  },
}));

/** Resolves when no answer streams any more. */
export function replyEnded(): Promise<void> {
  return new Promise((resolve) => {
    if (!useReplyStore.getState().reply) {
      resolve();
      return;
    }
    const unsubscribe = useReplyStore.subscribe(({ reply }) => {
      if (reply) return;
      unsubscribe();
      resolve();
    });
  });
}
