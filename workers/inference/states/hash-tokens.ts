// Tokens by their hash, so that a saved state tells what it stands for without keeping it.
import { sha256 } from "../store/state-blocks";

/** SHA-256 of the first `count` ids. */
export function hashTokens(ids: readonly number[], count: number): Promise<string> {
  return sha256(Uint32Array.from({ length: count }, (_, at) => ids[at] as number));
}
