// A file that can be read by range, whatever holds it: IndexedDB chunks, a File, a Node file handle.
export interface ByteSource {
  readonly byteLength: number;
  /** Exactly `length` bytes from `offset`; throws when they are not there. The array is the caller's to keep. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The bytes from `start` to `end` in order, in pieces of the source's choosing, read ahead of the caller. */
  stream?(start: number, end: number): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

const PIECE_BYTES = 8 * 1024 * 1024;

async function* readPieces(
  source: ByteSource,
  start: number,
  end: number,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const readFrom = (offset: number) => source.read(offset, Math.min(PIECE_BYTES, end - offset));
  let ahead = start < end ? readFrom(start) : undefined;
  for (let offset = start; ahead; ) {
    const piece: Uint8Array<ArrayBuffer> = await ahead;
    offset += piece.byteLength;
    ahead = offset < end ? readFrom(offset) : undefined;
    ahead?.catch(() => undefined); // heard when it is awaited, unless the caller has left
    yield piece;
  }
}

/** A range of a source in order, with the source's own way of reading ahead if it has one. */
export function streamBytes(
  source: ByteSource,
  start: number,
  end: number,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  return source.stream?.(start, end) ?? readPieces(source, start, end);
}
