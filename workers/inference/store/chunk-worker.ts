// Reads and hashes chunks on a thread of its own, and gives the bytes away.
import "../../sealed";
import * as Comlink from "comlink";
import { findChunk } from "./chunk-store";

const api = {
  async find(modelId: string, index: number, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const bytes = await findChunk(modelId, index, hash);
    return bytes && Comlink.transfer(bytes, [bytes.buffer]);
  },
};

export type ChunkWorkerApi = typeof api;

Comlink.expose(api);
