// Chats as paper shows them, beside the page and out of sight until something is printed: those that were chosen, or, for the
// browser's own print command, the one on screen.
import { useEffect } from "react";
import { createPortal, flushSync } from "react-dom";
import { useTexts } from "../../i18n/language-store";
import { numberLanguage } from "../../i18n/numbers";
import type { MessageRecord } from "../../storage/conversations";
import { type PrintedChat, useChatTransferStore } from "../../stores/chat-transfer";
import { splitThought } from "../../stores/thoughts";
import { Markdown } from "../markdown/Markdown";

export function PrintedChats() {
  const printed = useChatTransferStore((state) => state.printed);
  const { printCurrent, endPrint } = useChatTransferStore.getState();
  useEffect(() => {
    const before = (): void => flushSync(printCurrent);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", endPrint);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", endPrint);
    };
  }, [printCurrent, endPrint]);
  usePrint();
  if (printed.length === 0) return null;
  return createPortal(<Paper chats={printed} />, document.body);
}

/** Opens the browser's dialog when the chosen chats are drawn, formulas and the colours of code included. */
function usePrint(): void {
  const isAsked = useChatTransferStore((state) => state.isPrintAsked);
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const parts = [import("../markdown/RenderedMaths"), import("../markdown/highlighter")];
    void Promise.allSettled(parts).then(() => {
      requestAnimationFrame(() => requestAnimationFrame(() => isWanted && window.print()));
    });
    return () => {
      isWanted = false;
    };
  }, [isAsked]);
}

function Paper({ chats }: { readonly chats: readonly PrintedChat[] }) {
  return (
    <div className="printed">
      {chats.map((chat) => (
        <PrintedConversation key={chat.conversation.id} chat={chat} />
      ))}
    </div>
  );
}

function PrintedConversation({ chat: { conversation, branch } }: { readonly chat: PrintedChat }) {
  const date = new Date(conversation.createdAt).toLocaleDateString(numberLanguage(), { dateStyle: "long" });
  return (
    <article className="printed-chat">
      <h1 dir="auto">{conversation.title}</h1>
      <p className="printed-note">{date}</p>
      {branch.map((message) => (
        <PrintedMessage key={message.id} message={message} />
      ))}
    </article>
  );
}

function PrintedMessage({ message }: { readonly message: MessageRecord }) {
  const { conversations: texts } = useTexts();
  if (message.role === "assistant") {
    return (
      <section>
        <h2>
          <bdi>{message.modelName}</bdi>
        </h2>
        <Markdown text={splitThought(message.text, message.startsInThought).answer} isStreaming={false} />
      </section>
    );
  }
  return (
    <section>
      <h2>{texts.you}</h2>
      {message.documents.map(({ id, name }) => (
        <p key={id} dir="auto" className="printed-note">
          {name}
        </p>
      ))}
      <p dir="auto" className="printed-question">
        {message.text}
      </p>
    </section>
  );
}
