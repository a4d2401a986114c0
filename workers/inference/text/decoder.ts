// Token ids → text, one id at a time. Bytes are held back until they make a whole character, so that no half of one is shown.
import type { Pieces } from "./pieces";

export interface Decoder {
  /** The text that this id completes; "" for a control piece or part of a character. */
  push(id: number): string;
  /** At the end: a character whose bytes never all came is dropped. */
  flush(): string;
}

export function createDecoder(tokens: readonly string[], { kinds, byteOf }: Pieces): Decoder {
  let utf8: TextDecoder | null = null; // while bytes may be held back
  const endBytes = (): string => {
    const rest = utf8?.decode() ?? ""; // U+FFFD for a broken character
    utf8 = null;
    return rest;
  };
  return {
    push(id) {
      const byte = byteOf[id] ?? -1;
      if (byte >= 0) {
        utf8 ??= new TextDecoder("utf-8", { ignoreBOM: true });
        return utf8.decode(Uint8Array.of(byte), { stream: true });
      }
      const before = endBytes();
      const kind = kinds[id];
      if (kind === undefined || kind === "control") return before;
      return before + (kind === "text" ? (tokens[id] as string).replaceAll("▁", " ") : tokens[id]);
    },
    flush() {
      utf8 = null;
      return "";
    },
  };
}
