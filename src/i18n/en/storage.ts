// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";

export const storage = {
  title: "Storage",
  open: "See what is stored",
  used: (bytes: number) => `${formatBytes(bytes)} used.`,
  usedOf: (bytes: number, quota: number) =>
    `${formatBytes(bytes)} used of about ${formatBytes(quota)} allowed.`,
  promised: "The browser has promised to keep it.",
  unreadable:
    "Some of what is stored here cannot be read by this version. It stays as it is, and is in a JSON export of all chats.",
  mayRemove: "The browser may remove it when the disk runs low.",
  askToKeep: "Ask the browser to keep it",
  refusedToKeep:
    "The browser did not promise it. Where the page is installed as an app or often used, it may later.",
  partsOf: "What takes the room",

  models: "Models",
  reading: "Remembered reading",
  documents: "Documents",
  chats: "Chats",
  rest: "The page itself and the rest",

  none: "None yet.",
  noReading: "Nothing yet. After a long text the model keeps what it read, and goes on from there next time.",
  readingHelp: "Deleting one costs no text: it is read again when it is needed.",
  state: (state: {
    readonly kind: "document" | "conversation";
    readonly tokenCount: number;
    readonly byteLength: number;
    readonly sharedBytes: number;
  }) => {
    const { kind, tokenCount, byteLength, sharedBytes } = state;
    const parts = [
      kind === "document" ? "Document" : "Chat",
      `${formatCount(tokenCount)} tokens`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} shared`);
    return parts.join(" · ");
  },
  document: (textBytes: number, stateBytes: number) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} and ${formatBytes(stateBytes)} remembered`
      : formatBytes(textBytes),
  delete: (name: string) => `Delete ${name}`,
  forget: (name: string) => `Forget ${name}`,
  forgetAll: "Forget all",
  more: (count: number) => `${formatCount(count)} more`,
  openLibrary: "Open the library",
};
