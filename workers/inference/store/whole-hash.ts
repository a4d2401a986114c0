// SHA-256 over a file that arrives chunk by chunk, in file order; its state is saved so that it outlives the worker.
import { createSHA256, type IHasher } from "hash-wasm";

const SLICE_BYTES = 1024 * 1024; // about 10 ms; between slices the worker hears "pause" and goes on generating

export interface HashPrefix {
  readonly chunkCount: number;
  readonly state: Uint8Array;
}

/** Lets waiting messages in, without the delay that browsers put on timers. */
function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A hasher that has read the prefix; undefined when another version of hash-wasm saved it. */
async function resume(prefix: HashPrefix | null): Promise<IHasher | undefined> {
  const hasher = await createSHA256();
  if (!prefix) return hasher.init();
  try {
    return hasher.load(prefix.state);
  } catch {
    return undefined;
  }
}

/** The prefix with the next chunk in it; null when the saved state is of no use and the hash must begin again. */
export async function extendPrefix(
  prefix: HashPrefix | null,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<HashPrefix | null> {
  const hasher = await resume(prefix);
  if (!hasher) return null;
  for (let start = 0; start < bytes.byteLength; start += SLICE_BYTES) {
    signal.throwIfAborted();
    hasher.update(bytes.subarray(start, start + SLICE_BYTES));
    await yieldToEvents();
  }
  return { chunkCount: (prefix?.chunkCount ?? 0) + 1, state: hasher.save() };
}

/** The SHA-256 of what the prefix has read; null when its state is of no use. */
export async function digestPrefix(prefix: HashPrefix | null): Promise<string | null> {
  const hasher = await resume(prefix);
  return hasher?.digest("hex") ?? null;
}
