// Collects an answer as it comes: draws it at most once a frame, saves it at least once a second while it grows.
import type { GenerateEvent } from "../../workers/inference/api";
import type { AssistantMessage } from "../storage/conversations";
import { useChatStore } from "./chat-store";
import { useReplyStore } from "./reply-store";
import { createThoughtClock } from "./thoughts";

/** A crash loses at most this much of an answer. */
const SAVE_EVERY_MS = 900;
/** Text and result come by different ports, so that the last words may come after the result; waited for this long. */
const LAST_WORDS_MS = 250;

export type AnswerStream = ReturnType<typeof openStream>;

/** What comes goes on from the text that the message has. */
export function openStream(message: AssistantMessage) {
  let { text } = message;
  let isCall = false;
  let frame: number | null = null;
  let onTokens = (_generatedTokens: number): void => {};
  let generatedTokens = 0;
  const draw = (): void => {
    frame = null;
    useReplyStore.getState().update({ text, phase: { kind: "writing", isCall } });
  };
  const clock = createThoughtClock(message.startsInThought, () => performance.now());
  const wasBegun = text !== ""; // how long it had thought before it was cut, nobody has measured
  const written = (): Pick<AssistantMessage, "text" | "thoughtMs"> => ({
    text,
    thoughtMs: wasBegun ? (message.thoughtMs ?? null) : clock.durationMs(),
  });
  const saver = openSaver(() => useChatStore.getState().put({ ...message, ...written() }));
  return {
    /** Its model is lost: draws what there is until another goes on with it. The message so far, and the tokens that came. */
    pause: (): { readonly begun: AssistantMessage; readonly tokens: number } => {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
      useReplyStore.getState().update({ text, phase: { kind: "restoring" } });
      const tokens = generatedTokens;
      generatedTokens = 0;
      return { begun: { ...message, ...written() }, tokens };
    },
    onEvent: (event: GenerateEvent): void => {
      if (event.type === "reading") {
        const { readTokens, totalTokens, secondsLeft } = event;
        useReplyStore.getState().update({ phase: { kind: "reading", readTokens, totalTokens, secondsLeft } });
        return;
      }
      if (event.type === "text") text += event.text;
      else isCall = true;
      clock.see(text);
      generatedTokens = event.generatedTokens;
      onTokens(generatedTokens);
      frame ??= requestAnimationFrame(draw);
      saver.saveSoon();
    },
    /** Resolves when the text of so many tokens is here, or does not come. */
    arrived: (wanted: number): Promise<void> =>
      new Promise((resolve) => {
        if (generatedTokens >= wanted) return resolve();
        setTimeout(resolve, LAST_WORDS_MS);
        onTokens = (count) => {
          if (count >= wanted) resolve();
        };
      }),
    /** The whole text and how long it thought; nothing is drawn or saved afterwards. */
    close: (): ReturnType<typeof written> => {
      if (frame !== null) cancelAnimationFrame(frame);
      saver.close();
      return written();
    },
  };
}

function openSaver(save: () => Promise<void>) {
  let savedAt = Number.NEGATIVE_INFINITY; // the first words at once
  let timer: ReturnType<typeof setTimeout> | null = null;
  const saveNow = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    savedAt = performance.now();
    void save();
  };
  window.addEventListener("pagehide", saveNow);
  return {
    saveSoon: (): void => {
      const waitMs = savedAt + SAVE_EVERY_MS - performance.now();
      if (waitMs <= 0) saveNow();
      else timer ??= setTimeout(saveNow, waitMs);
    },
    close: (): void => {
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener("pagehide", saveNow);
    },
  };
}
