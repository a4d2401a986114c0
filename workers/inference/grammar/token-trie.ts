// The pieces of a vocabulary by the symbols they are written with, so that what an expression allows is found in one walk.
import type { Expression, ExpressionPool } from "./expressions";

/** Above every symbol. */
export const SYMBOL_LIMIT = 512;
const NONE = -1;

export class TokenTrie {
  /** Symbols of the longest piece. */
  readonly depth: number = 0;
  // By node; 0 is the root.
  private readonly symbols: number[] = [0];
  private readonly firstChildren: number[] = [NONE];
  private readonly siblings: number[] = [NONE];
  private readonly firstTokens: number[] = [NONE];
  /** By token: another of the same symbols. */
  private readonly nextTokens: Int32Array;

  /** By id, the symbols of each piece; none for pieces that never come. */
  constructor(readonly pieces: readonly ArrayLike<number>[]) {
    this.nextTokens = new Int32Array(pieces.length).fill(NONE);
    const children = new Map<number, number>();
    for (const [id, piece] of pieces.entries()) {
      if (piece.length === 0) continue;
      this.depth = Math.max(this.depth, piece.length);
      let node = 0;
      for (let at = 0; at < piece.length; at++) node = this.descend(children, node, piece[at] as number);
      this.nextTokens[id] = this.firstTokens[node] as number;
      this.firstTokens[node] = id;
    }
  }

  /** Every node below `node` that an expression allows, with what is left of the expression there. */
  walk(
    pool: ExpressionPool,
    node: number,
    state: Expression,
    onNode: (node: number, left: Expression) => void,
  ): void {
    for (
      let child = this.firstChildren[node] as number;
      child !== NONE;
      child = this.siblings[child] as number
    ) {
      const left = pool.derive(state, this.symbols[child] as number);
      if (left === pool.never) continue;
      onNode(child, left);
      this.walk(pool, child, left, onNode);
    }
  }

  findChild(node: number, symbol: number): number | null {
    let child = this.firstChildren[node] as number;
    while (child !== NONE && this.symbols[child] !== symbol) child = this.siblings[child] as number;
    return child === NONE ? null : child;
  }

  /** Adds the pieces that end at a node. */
  addTokens(node: number, to: number[]): void {
    for (let id = this.firstTokens[node] as number; id !== NONE; id = this.nextTokens[id] as number)
      to.push(id);
  }

  private descend(children: Map<number, number>, node: number, symbol: number): number {
    const key = node * SYMBOL_LIMIT + symbol;
    const known = children.get(key);
    if (known !== undefined) return known;
    const child = this.symbols.push(symbol) - 1;
    children.set(key, child);
    this.siblings.push(this.firstChildren[node] as number);
    this.firstChildren.push(NONE);
    this.firstTokens.push(NONE);
    this.firstChildren[node] = child;
    return child;
  }
}
