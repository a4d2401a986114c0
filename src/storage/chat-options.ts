// What a chat does otherwise than Settings say; kept with its conversation.
import type { ChatTools } from "./calls";

export interface ChatOptions {
  readonly presetId: string | null;
  readonly schema: string | null; // JSON schema that answers keep to, as the user wrote it
  readonly tools?: ChatTools; // a chat without any lacks it
}

/** Of a chat that says nothing else, and of those that older versions stored. */
export const defaultOptions: ChatOptions = { presetId: null, schema: null };
