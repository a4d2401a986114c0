// A cursor over the first bytes of a GGUF file. Every read says which field it is for, so that an error can name it, and is
// checked against the file's length before anything is allocated. Little endian, as is every machine with WebGPU.
import { ModelFormatError } from "../errors";

/** Room for a vocabulary of 262,144 pieces with merges several times over; real headers have 0.2 to 10 MB. */
export const MAX_HEADER_BYTES = 64 * 1024 * 1024;
/** A chat template is the longest string in practice: 3 to 10 kB. */
const MAX_STRING_BYTES = 1024 * 1024;

/** The slice ends before the header does: read at least `wantedBytes` and parse again. */
export class HeaderIncomplete extends Error {
  constructor(readonly wantedBytes: number) {
    super(`${wantedBytes} bytes of header are needed`);
  }
}

export function formatError(
  field: string,
  value: string,
  expected: string,
  offset: number,
): ModelFormatError {
  return new ModelFormatError(
    `This GGUF file has ${field} = ${value} at byte ${offset}; expected ${expected}.`,
  );
}

/** For messages: a value from a hostile file may be long or hold control characters. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

export interface GgufReader {
  /** Absolute offset of the next byte. */
  offset(): number;
  /** Bytes of the file after the cursor, whether read yet or not. */
  remaining(): number;
  u8(field: string): number;
  u32(field: string): number;
  /** Refuses what a number cannot hold. */
  u64(field: string): number;
  text(field: string, maxBytes?: number): string;
  /** Runs `get` on a view of the next `byteLength` bytes. */
  scalar<T>(field: string, byteLength: number, get: (view: DataView, offset: number) => T): T;
  /** A copy of the next bytes. */
  copy(field: string, byteLength: number): ArrayBuffer;
}

export function createGgufReader(slice: Uint8Array<ArrayBuffer>, fileLength: number): GgufReader {
  const view = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let position = 0;

  /** Moves past `byteLength` bytes and returns where they begin. */
  function take(byteLength: number, field: string): number {
    const start = position;
    const end = start + byteLength;
    if (end > fileLength) {
      throw new ModelFormatError(
        `This GGUF file ends at byte ${fileLength}, inside ${field}, which needs bytes ${start} to ${end}. The file is cut short.`,
      );
    }
    if (end > MAX_HEADER_BYTES) {
      throw formatError(field, `${byteLength} bytes`, `a header of at most ${MAX_HEADER_BYTES} bytes`, start);
    }
    if (end > slice.byteLength) throw new HeaderIncomplete(end);
    position = end;
    return start;
  }

  function u64(field: string): number {
    const start = take(8, field);
    const value = view.getUint32(start + 4, true) * 2 ** 32 + view.getUint32(start, true);
    if (value > Number.MAX_SAFE_INTEGER) {
      throw formatError(field, String(view.getBigUint64(start, true)), "at most 2^53 - 1", start);
    }
    return value;
  }

  function text(field: string, maxBytes = MAX_STRING_BYTES): string {
    const start = position;
    const byteLength = u64(field);
    if (byteLength > maxBytes)
      throw formatError(field, `${byteLength} bytes`, `at most ${maxBytes} bytes`, start);
    const from = take(byteLength, field);
    try {
      return utf8.decode(slice.subarray(from, position));
    } catch {
      throw formatError(field, "bytes that are no UTF-8", "strict UTF-8", from);
    }
  }

  return {
    offset: () => position,
    remaining: () => fileLength - position,
    u8: (field) => view.getUint8(take(1, field)),
    u32: (field) => view.getUint32(take(4, field), true),
    u64,
    text,
    scalar: (field, byteLength, get) => get(view, take(byteLength, field)),
    copy: (field, byteLength) => {
      const start = take(byteLength, field) + slice.byteOffset;
      return slice.buffer.slice(start, start + byteLength);
    },
  };
}
