// Where a vocabulary's merges come from: the file's own list, else its scores, else, with all scores equal as in every Jamba 2
// file, the token list itself. The last is exact for Jamba 2: its 139,278 merges are all pairs of pieces that make a piece,
// and their order is that of the ids (workers/MODEL.md).
import { ModelFormatError } from "../errors";
import type { Vocabulary } from "../parse/vocabulary";
import { createPairTable, type PairTable } from "./pair-table";

const SPACE = "▁";

/** `idOf` holds the pieces that text may become: neither bytes nor control pieces. */
export function createMerges(vocabulary: Vocabulary, idOf: ReadonlyMap<string, number>): PairTable {
  if (vocabulary.merges !== null) return listGiven(vocabulary.merges, idOf, new Set(vocabulary.tokens));
  const { scores } = vocabulary;
  const isScored = scores?.some((score) => score !== scores[0]) ?? false;
  return scores !== null && isScored ? listByScore(scores, idOf) : listById(idOf);
}

function listGiven(
  merges: readonly string[],
  idOf: ReadonlyMap<string, number>,
  pieces: ReadonlySet<string>,
): PairTable {
  const list = createList();
  for (const [rank, merge] of merges.entries()) {
    const space = merge.indexOf(" ", 1);
    const left = merge.slice(0, space);
    const right = merge.slice(space + 1);
    if (space < 0 || !pieces.has(left) || !pieces.has(right) || !pieces.has(left + right)) {
      throw new ModelFormatError(
        `This model has tokenizer.ggml.merges[${rank}] = ${JSON.stringify(merge.slice(0, 80))}; expected two pieces of the vocabulary that make a third.`,
      );
    }
    list.add(idOf.get(left), idOf.get(right), idOf.get(left + right), rank);
  }
  return createPairTable(list);
}

/** SentencePiece: the best score first, leftmost among equals. */
function listByScore(scores: Float32Array, idOf: ReadonlyMap<string, number>): PairTable {
  const scoreOf = (id: number) => scores[id] ?? 0;
  const pieces = [...idOf].sort(([, a], [, b]) => scoreOf(b) - scoreOf(a));
  const list = createList();
  let rank = -1;
  let last = Number.NaN;
  for (const [piece, id] of pieces) {
    if (scoreOf(id) !== last) rank++;
    last = scoreOf(id);
    for (const [left, right] of splitPiece(piece, idOf)) list.add(left, right, id, rank);
  }
  return createPairTable(list);
}

/** Jamba 2: by id of the merged piece, then of the left one; "assistant" and runs of spaces come last. */
function listById(idOf: ReadonlyMap<string, number>): PairTable {
  const list = createList();
  const isLate = (piece: string) => piece === "assistant" || (piece.startsWith(SPACE) && !/[^▁]/.test(piece));
  for (const late of [false, true]) {
    for (const [piece, id] of idOf) {
      if (isLate(piece) !== late) continue; // idOf is in the order of ids
      const pairs = splitPiece(piece, idOf).sort(([a], [b]) => a - b);
      for (const [left, right] of pairs) list.add(left, right, id, list.lefts.length);
    }
  }
  return createPairTable(list);
}

/** Every way to cut a piece into two pieces. */
function splitPiece(piece: string, idOf: ReadonlyMap<string, number>): [number, number][] {
  const pairs: [number, number][] = [];
  for (let cut = 1; cut < piece.length; cut++) {
    const left = idOf.get(piece.slice(0, cut));
    const right = left === undefined ? undefined : idOf.get(piece.slice(cut));
    if (left !== undefined && right !== undefined) pairs.push([left, right]);
  }
  return pairs;
}

function createList() {
  const list = {
    lefts: [] as number[],
    rights: [] as number[],
    merged: [] as number[],
    ranks: [] as number[],
  };
  return {
    ...list,
    /** Leaves out a merge of pieces that text may not become. */
    add(left: number | undefined, right: number | undefined, merged: number | undefined, rank: number): void {
      if (left === undefined || right === undefined || merged === undefined) return;
      list.lefts.push(left);
      list.rights.push(right);
      list.merged.push(merged);
      list.ranks.push(rank);
    },
  };
}
