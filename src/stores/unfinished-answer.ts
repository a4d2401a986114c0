// An answer that lost its model for good: it goes on by itself when there is a model again, in this page or, after a reload, in
// this tab's next one. Only then comes what is queued.
import { useChatStore } from "./chat-store";
import { useModelStore } from "./model-store";
import { finishAnswer, sendNext } from "./queue-store";
import { useReplyStore } from "./reply-store";
import { unfinishedKey } from "./unfinished-key";

/** Waits for the chat that the address names and for the model. Not where something else was asked meanwhile. */
export function continueUnfinished(): void {
  const look = (): void => {
    const { hasStarted, current, messages } = useChatStore.getState();
    const isReplying = useReplyStore.getState().reply !== null;
    if (!hasStarted || isReplying || useModelStore.getState().model.status !== "ready") return;
    for (const end of ends) end();
    const messageId = sessionStorage.getItem(unfinishedKey);
    if (messageId === null) return;
    sessionStorage.removeItem(unfinishedKey);
    const message = messages.find(({ id }) => id === messageId && id === current?.leafId);
    const finished = message?.role === "assistant" ? finishAnswer(message) : Promise.resolve();
    void finished.then(() => sendNext(undefined)); // where it could not go on
  };
  const ends = [useChatStore, useModelStore, useReplyStore].map((store) => store.subscribe(look));
  look();
}
