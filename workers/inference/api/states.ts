// Part of the contract with the page: what has been read, kept on the disk.

/** What the model remembers after reading a document or a conversation, so that nothing of it is read again. */
export interface SavedState {
  readonly id: string;
  readonly kind: "document" | "conversation";
  readonly label: string; // names of its documents, or how the conversation begins
  readonly tokenCount: number;
  readonly byteLength: number; // what deleting it alone would free; shared parts count with none
  readonly sharedBytes: number; // parts that other states need, too
  readonly conversationId: string | null;
  readonly documentIds: readonly string[];
  readonly usedAt: number; // ms since 1970
}

/** Which saved states. */
export type StateOwner =
  | { readonly stateId: string }
  | { readonly conversationId: string }
  | { readonly documentId: string };
