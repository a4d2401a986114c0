// A file that can be read by range, whatever holds it: IndexedDB chunks, a File, a Node file handle.

export interface ByteSource {
  readonly byteLength: number;
  /** Exactly `length` bytes from `offset`; throws when they are not there. The array is the caller's to keep. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}
