// Messages of earlier versions carried their documents' text with them. It moves to the library, where it is kept once.
import type { MessageDocument, MessageRecord } from "./conversations";
import { describeDocument, findDocument, saveDocument } from "./documents";

/** A document as version 0.1 kept it inside its message. */
interface EmbeddedDocument {
  readonly name: string;
  readonly text: string;
  readonly tokenCount: number | null;
  readonly isPasted: boolean;
}

const isEmbedded = (document: MessageDocument | EmbeddedDocument): document is EmbeddedDocument =>
  "text" in document;

/** The same object when there is nothing to change. */
export async function upgradeMessage(message: MessageRecord): Promise<MessageRecord> {
  if (message.role !== "user" || !message.documents.some(isEmbedded)) return message;
  const moved = message.documents.map((document) => (isEmbedded(document) ? move(document) : document));
  return { ...message, documents: await Promise.all(moved) };
}

async function move({ name, text, tokenCount, isPasted }: EmbeddedDocument): Promise<MessageDocument> {
  const pages = [{ number: 1, label: "1", text }];
  const document = await describeDocument({ name, format: "text", isPasted, pages, warnings: [] });
  if (!(await findDocument(document.id))) await saveDocument(document, pages);
  return { id: document.id, name, part: { kind: "whole" }, tokenCount };
}
