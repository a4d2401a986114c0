// Inputs that are kept: what was found once, and what stands for a kind. Each is tried before any other.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./corpus/", import.meta.url));

export interface Kept {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function readCorpus(target: string): Kept[] {
  mkdirSync(folder + target, { recursive: true });
  return readdirSync(folder + target)
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}${target}/${name}`)) }));
}

/** Where it was written, from the repository's root. */
export function keep(target: string, name: string, bytes: Uint8Array): string {
  writeFileSync(`${folder}${target}/${name}`, bytes);
  return `fuzz/corpus/${target}/${name}`;
}
