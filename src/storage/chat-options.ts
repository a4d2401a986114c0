// What a chat does otherwise than Settings say; kept with its conversation.

export interface ChatOptions {
  readonly presetId: string | null;
  readonly schema: string | null; // JSON schema that answers keep to, as the user wrote it
}

/** Of a chat that says nothing else, and of those that older versions stored. */
export const defaultOptions: ChatOptions = { presetId: null, schema: null };
