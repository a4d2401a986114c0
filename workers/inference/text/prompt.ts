// A chat with its documents → the ids that the model reads.
import type { Attachment, ChatMessage } from "../api";
import type { ChatTemplate } from "./chat-template";
import type { Tokenizer } from "./tokenizer";

export interface Prompt {
  readonly ids: number[];
  /** The answer begins inside <think>: it is reasoning until </think>. */
  readonly endsInsideThink: boolean;
}

export function buildPrompt(
  tokenizer: Tokenizer,
  template: ChatTemplate,
  messages: readonly ChatMessage[],
): Prompt {
  const parts = template.render(
    messages.map(({ role, ...message }) => ({ role, content: joinDocuments(message) })),
  );
  const last = parts.at(-1);
  return {
    ids: tokenizer.encodePrompt(parts),
    endsInsideThink: (last?.isMarkup && last.text.trimEnd().endsWith("<think>")) ?? false,
  };
}

/** A document goes before what is asked about it; several are each headed by their name. */
function joinDocuments({ content, attachments = [] }: Omit<ChatMessage, "role">): string {
  const headed = ({ name, text }: Attachment) =>
    attachments.length > 1 ? `Document: ${name}\n${text}` : text;
  return [...attachments.map(headed), content].filter((text) => text !== "").join("\n\n");
}
