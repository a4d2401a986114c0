// What a chat does otherwise than Settings say; kept with its conversation. Those of a chat that is not begun yet are kept in
// this tab's session storage, for its next page.
import type { ChatTools } from "./calls";
import { hasShape } from "./database";

export interface ChatOptions {
  readonly presetId: string | null;
  readonly schema: string | null; // JSON schema that answers keep to, as the user wrote it
  readonly schemaDraft?: string; // what the user has written since and nobody has found to be without a fault yet
  readonly tools?: ChatTools; // a chat without any lacks it
}

/** Of a chat that says nothing else, and of those that older versions stored. */
export const defaultOptions: ChatOptions = { presetId: null, schema: null };

const NEW_CHAT_KEY = "jamba-new-chat-options";

export function readNewChatOptions(): ChatOptions {
  try {
    const options: ChatOptions = JSON.parse(sessionStorage.getItem(NEW_CHAT_KEY) ?? "null");
    return hasShape(options, { presetId: "string|null", schema: "string|null" }) ? options : defaultOptions;
  } catch {
    return defaultOptions; // the browser lets this page have no storage, or nothing in it can be read
  }
}

export function keepNewChatOptions(options: ChatOptions): void {
  try {
    sessionStorage.setItem(NEW_CHAT_KEY, JSON.stringify(options));
  } catch {
    // No storage, or no room in it: they last as long as the page does.
  }
}
