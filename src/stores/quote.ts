// A passage of an answer as a quotation in the composer.
import { useChatStore } from "./chat-store";
import { focusComposer } from "./composer-focus";
import { useDraftStore } from "./draft-store";

/** As Markdown; empty lines in a row become one. */
export function quoteMarkdown(text: string): string {
  const lines = text
    .trim()
    .replace(/\n\s*\n+/g, "\n\n")
    .split("\n");
  return lines.map((line) => `> ${line.trimEnd()}`.trimEnd()).join("\n");
}

/** Behind what is written; the cursor goes to the line after it. */
export function quoteInDraft(text: string): void {
  const conversationId = useChatStore.getState().current?.id ?? null;
  useDraftStore.getState().appendText(conversationId, `${quoteMarkdown(text)}\n\n`, "\n\n");
  focusComposer();
}
