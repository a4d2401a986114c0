// Leads an answer along an expression: which pieces may come next, and where the answer stands after one of them.
import { invariant } from "../errors";
import type { Expression, ExpressionPool } from "./expressions";
import { SYMBOL_LIMIT, type TokenTrie } from "./token-trie";

/** States whose pieces are remembered: most come again in the next item of a list. */
const MAX_REMEMBERED = 256;

export class Guide {
  private readonly remembered = new Map<string, Uint32Array>(); // by state
  private readonly runs = new Map<number, readonly number[]>(); // by run: the pieces within it
  private readonly exits = new Map<string, readonly number[]>(); // by run and symbol: the nodes of pieces that leave it

  constructor(
    private readonly pool: ExpressionPool,
    private readonly trie: TokenTrie,
    private state: Expression,
  ) {}

  /** What has come may be all. */
  get isComplete(): boolean {
    return this.state.isNullable;
  }

  /** Nothing more can come. */
  get isFinished(): boolean {
    return this.state === this.pool.empty;
  }

  /** Pieces to come at least, when each is a single symbol; there is one for every byte. */
  get shortest(): number {
    return this.state.shortest;
  }

  /** The pieces that may come next, in no order. */
  listAllowed(): Uint32Array {
    const split = this.pool.splitRun(this.state, this.trie.depth);
    const key = split ? `${split.run.id} ${split.rest.id}` : `${this.state.id}`;
    const known = this.remembered.get(key);
    if (known) return known;
    const allowed = Uint32Array.from(
      split ? this.findAround(split.run, split.rest) : this.collect(0, this.state),
    );
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, allowed);
    return allowed;
  }

  /** Those of them after which so many symbols are enough to come to an end. */
  listEnding(maxLeft: number): Uint32Array {
    const ids: number[] = [];
    this.trie.walk(this.pool, 0, this.state, (node, left) => {
      if (left.shortest <= maxLeft) this.trie.addTokens(node, ids);
    });
    return Uint32Array.from(ids);
  }

  /** Symbols to come at least after this piece; infinite when it may not come. */
  shortestAfter(id: number): number {
    return this.follow(this.trie.pieces[id] ?? []).shortest;
  }

  /** Takes a piece that may come. */
  accept(id: number): void {
    const piece = this.trie.pieces[id] ?? [];
    const next = this.follow(piece);
    invariant(piece.length > 0 && next !== this.pool.never, () => `Token ${id} is not allowed here`);
    this.state = next;
  }

  private follow(symbols: ArrayLike<number>): Expression {
    let state = this.state;
    for (let at = 0; at < symbols.length; at++) state = this.pool.derive(state, symbols[at] as number);
    return state;
  }

  /**
   * Within a string nearly every piece may come, and that is so in every string: what stays inside is found once. Only the
   * pieces with a closing quote depend on what comes after, and they are few.
   */
  private findAround(run: Expression, rest: Expression): Set<number> {
    const ids = new Set(this.findInside(run));
    for (let symbol = 0; symbol < SYMBOL_LIMIT; symbol++) {
      const left = this.pool.derive(rest, symbol);
      if (left === this.pool.never) continue;
      for (const node of this.findExits(run, symbol)) for (const id of this.collect(node, left)) ids.add(id);
    }
    return ids;
  }

  /** Pieces that end at or below a node, where `state` is what may follow. */
  private collect(node: number, state: Expression): number[] {
    const ids: number[] = [];
    this.trie.addTokens(node, ids);
    this.trie.walk(this.pool, node, state, (below) => this.trie.addTokens(below, ids));
    return ids;
  }

  private findInside(run: Expression): readonly number[] {
    const found = this.runs.get(run.id) ?? this.collect(0, run);
    this.runs.set(run.id, found);
    return found;
  }

  /** Nodes that this symbol leads to from where the run may end. */
  private findExits(run: Expression, symbol: number): readonly number[] {
    const key = `${run.id} ${symbol}`;
    const known = this.exits.get(key);
    if (known) return known;
    const { pool, trie } = this;
    const found: number[] = [];
    const look = (node: number, left: Expression): void => {
      const child = left.isNullable ? trie.findChild(node, symbol) : null;
      if (child !== null) found.push(child);
    };
    look(0, run);
    trie.walk(pool, 0, run, look);
    this.exits.set(key, found);
    return found;
  }
}
