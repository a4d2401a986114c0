// Chosen chats, drawn for paper.
import { useTexts } from "../../i18n/language-store";
import { numberLanguage } from "../../i18n/numbers";
import type { CallRecord } from "../../storage/calls";
import type { MessageRecord } from "../../storage/conversations";
import type { PrintedChat } from "../../stores/chat-transfer";
import { splitThought } from "../../stores/thoughts";
import { drawable } from "../markdown/drawable";
import { Markdown } from "../markdown/Markdown";

export function Paper({ chats }: { readonly chats: readonly PrintedChat[] }) {
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

/** What a tool was asked and what it said, without what can be clicked. */
function PrintedCall({ call }: { readonly call: CallRecord }) {
  const asked = call.status === "faulty" ? call.body.trim() : Object.values(call.arguments).join("\n");
  const result = "result" in call ? call.result : "";
  return (
    <>
      {asked !== "" && <PrintedCode text={asked} />}
      {result !== "" && <PrintedCode text={result} />}
    </>
  );
}

function PrintedCode({ text }: { readonly text: string }) {
  return (
    <pre dir="auto">
      <code>{text}</code>
    </pre>
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
        {message.call && <PrintedCall call={message.call} />}
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
        {drawable(message.text)}
      </p>
    </section>
  );
}
