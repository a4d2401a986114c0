// Tells the browser's other tabs what this one has stored, so that none goes on with what is no longer so.

/** Conversations came, changed or went, or messages of one did. */
export type StorageChange =
  | { readonly kind: "conversations" }
  | {
      readonly kind: "messages";
      readonly conversationId: string;
      readonly deletedIds: readonly string[];
    };

let channel: BroadcastChannel | null = null;

const open = (): BroadcastChannel => {
  channel ??= new BroadcastChannel("jamba-chats");
  return channel;
};

/** After the change has been stored. */
export function tellTabs(change: StorageChange): void {
  open().postMessage(change);
}

/** Of other tabs' changes, never of this one's. */
export function onForeignChange(listener: (change: StorageChange) => void): void {
  open().addEventListener("message", ({ data }: MessageEvent<StorageChange>) => listener(data));
}
