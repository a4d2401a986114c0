// What is fuzzed: how inputs begin, and what must hold for each.
import type { Seed } from "./mutate";

/** Whether an input was taken for what it claims to be, or refused as it should be. Anything else is a finding: throw it. */
export type Outcome = "taken" | "refused";

export interface Target {
  readonly name: string;
  readonly count: number; // of inputs in CI
  readonly seeds: readonly Seed[];
  readonly check: (input: Uint8Array<ArrayBuffer>) => Outcome | Promise<Outcome>;
  readonly maxMs: number; // of one input
}

export class Finding extends Error {
  override readonly name = "Finding";
}

export function expectThat(condition: boolean, message: () => string): void {
  if (!condition) throw new Finding(message());
}

export const textOf = (input: Uint8Array): string => new TextDecoder().decode(input);

export const seedOf = (text: string, words: readonly string[]): Seed => ({
  bytes: new TextEncoder().encode(text),
  words,
});

export const jsonSeed = (value: unknown, words: readonly string[] = []): Seed => ({
  ...seedOf(JSON.stringify(value), words),
  isJson: true,
});
