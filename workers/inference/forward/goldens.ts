// Where model tests find the recorded logits and the files they belong to. They lie beside the checkout: maintainers and CI
// have them (without them CI fails to start), a bare clone does not and says so.
import type { Config } from "../parse/config";
import { type Gguf, parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import type { ByteSource } from "../store/byte-source";

declare const __SHARED_FOLDER__: string;

export const hasGoldens = __SHARED_FOLDER__ !== "";

async function fetchShared(path: string): Promise<Response> {
  const response = await fetch(`/@fs${__SHARED_FOLDER__}/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

export async function readGolden<T>(path: string): Promise<T> {
  return (await (await fetchShared(path)).json()) as T;
}

export interface TestModel {
  readonly gguf: Gguf;
  readonly config: Config;
  readonly source: ByteSource;
}

export async function openTestModel(path: string): Promise<TestModel> {
  const bytes = new Uint8Array(await (await fetchShared(path)).arrayBuffer());
  const source: ByteSource = {
    byteLength: bytes.byteLength,
    read: async (offset, length) => bytes.slice(offset, offset + length),
  };
  const gguf = await parseGguf(source);
  return { gguf, config: readConfig(gguf), source };
}
