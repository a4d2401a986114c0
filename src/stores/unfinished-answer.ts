// An answer that lost its model for good in this page: the next page in this tab, after a reload, goes on with it by itself.
import { continueAnswer } from "./answer";
import { useChatStore } from "./chat-store";
import { useModelStore } from "./model-store";
import { sendNext } from "./queue-store";
import { unfinishedKey } from "./unfinished-key";

/** Waits for the chat that the address names and for the model. Once: an answer that ends its page again is left alone. */
export function continueUnfinished(): void {
  const messageId = sessionStorage.getItem(unfinishedKey);
  if (messageId === null) return;
  const look = (): void => {
    const { hasStarted, messages } = useChatStore.getState();
    if (!hasStarted || useModelStore.getState().model.status !== "ready") return;
    for (const end of ends) end();
    sessionStorage.removeItem(unfinishedKey);
    const message = messages.find(({ id }) => id === messageId);
    const continued = message?.role === "assistant" ? continueAnswer(message) : Promise.resolve();
    void continued.then(() => sendNext(undefined)); // where it could not go on
  };
  const ends = [useChatStore.subscribe(look), useModelStore.subscribe(look)];
  look();
}
