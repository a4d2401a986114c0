// A file on disk as the engine's ByteSource.
import { open } from "node:fs/promises";
import type { ByteSource } from "../workers/inference/store/byte-source";

export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  return {
    byteLength: size,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      if (bytesRead !== length) throw new Error(`${path}: ${bytesRead} of ${length} bytes at ${offset}`);
      return bytes;
    },
    close: () => file.close(),
  };
}
