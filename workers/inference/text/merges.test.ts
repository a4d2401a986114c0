import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import { createMerges } from "./merges";
import { sortPieces } from "./pieces";

it.skipIf(!hasShared)(
  "rebuilds Jamba 2's merges from its token list, set and order (needs ../shared)",
  () => {
    const json: {
      model: { vocab: Record<string, number>; merges: [string, string][] };
      added_tokens: { id: number; content: string }[];
    } = JSON.parse(readFileSync(sharedPath("jamba/tokenizer.json"), "utf8"));
    const tokens: string[] = [];
    for (const [piece, id] of Object.entries(json.model.vocab)) tokens[id] = piece;
    for (const { id, content } of json.added_tokens) tokens[id] = content;
    const vocabulary = {
      tokens,
      types: null,
      scores: new Float32Array(tokens.length).fill(-1000),
      merges: null,
      bosId: 1,
      eosIds: [519],
      unknownId: 3,
      padId: 0,
      addBos: true,
      addSpacePrefix: false,
      chatTemplate: null,
    };
    const table = createMerges(vocabulary, sortPieces(vocabulary).textIds);
    expect(json.model.merges.length).toBe(139_278);
    expect(table.merged.filter((id) => id > 0).length).toBe(139_278);
    for (const [rank, [left, right]] of json.model.merges.entries()) {
      const slot = table.find(json.model.vocab[left] as number, json.model.vocab[right] as number);
      if (slot < 0 || table.ranks[slot] !== rank || tokens[table.merged[slot] as number] !== left + right) {
        expect.fail(`merge ${rank}, ${left} ${right}, has slot ${slot} of rank ${table.ranks[slot]}`);
      }
    }
  },
);
