// Regular expressions over symbols, and what is left of one when a symbol has come: its derivative. Equal expressions are one
// object, so that derivatives are remembered and a state is told by its identity. Symbols are the bytes of UTF-8 and, from 256
// on, pieces of the vocabulary that no text becomes.
import { invariant } from "../errors";

export type Range = readonly [first: number, last: number];

export interface Expression {
  readonly id: number;
  /** What has come may be all. */
  readonly isNullable: boolean;
  /** Symbols that must come at least; infinite for what nothing fulfils. */
  readonly shortest: number;
}

interface Node extends Expression {
  readonly shape: Shape;
  readonly derivatives: (Node | undefined)[]; // by symbol
}

type Shape =
  | { readonly kind: "never" }
  | { readonly kind: "empty" }
  | { readonly kind: "symbol"; readonly ranges: readonly Range[] }
  | { readonly kind: "sequence"; readonly first: Node; readonly rest: Node }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  | { readonly kind: "repeat"; readonly item: Node; readonly min: number; readonly max: number };

const utf8 = new TextEncoder();

/** Makes expressions and keeps them. Those of one pool are strangers to another. */
export class ExpressionPool {
  private readonly nodes = new Map<string, Node>();
  readonly never: Expression = this.keep("never", { kind: "never" });
  readonly empty: Expression = this.keep("empty", { kind: "empty" });

  /** Any one of these symbols. */
  symbol(...ranges: readonly Range[]): Expression {
    return this.keep(`symbol ${ranges.join(" ")}`, { kind: "symbol", ranges });
  }

  /** Exactly this text. */
  text(text: string): Expression {
    return this.sequence(...Array.from(utf8.encode(text), (byte) => this.symbol([byte, byte])));
  }

  sequence(...parts: readonly Expression[]): Expression {
    return parts.reduceRight((rest, first) => this.join(first as Node, rest as Node), this.empty);
  }

  choice(...options: readonly Expression[]): Expression {
    const flat = (options as readonly Node[]).flatMap((one) =>
      one.shape.kind === "choice" ? one.shape.options : one,
    );
    const left = [...new Set(flat)].filter((one) => one !== this.never).sort((a, b) => a.id - b.id);
    if (left.length < 2) return left[0] ?? this.never;
    return this.keep(`choice ${left.map(({ id }) => id).join(" ")}`, { kind: "choice", options: left });
  }

  optional(item: Expression): Expression {
    return this.choice(item, this.empty);
  }

  repeat(item: Expression, min: number, max = Number.POSITIVE_INFINITY): Expression {
    invariant(!item.isNullable && min <= max, () => `Nothing can be repeated ${min} to ${max} times`);
    if (max === 0 || (item === this.never && min === 0)) return this.empty;
    if (item === this.never) return this.never;
    return this.keep(`repeat ${item.id} ${min} ${max}`, { kind: "repeat", item: item as Node, min, max });
  }

  /** What must come after this symbol. */
  derive(expression: Expression, symbol: number): Expression {
    const { derivatives, shape } = expression as Node;
    const known = derivatives[symbol];
    if (known) return known;
    const derivative = this.findDerivative(shape, symbol);
    derivatives[symbol] = derivative as Node;
    return derivative;
  }

  /**
   * Where an expression begins with a run of like items, such as a string's letters: that run and what comes after it. The
   * run's count matters only near its end: what the next `depth` symbols cannot tell apart is one run.
   */
  splitRun(expression: Expression, depth: number): { run: Expression; rest: Expression } | null {
    const { shape } = expression as Node;
    if (shape.kind === "repeat") {
      const max = shape.max > depth ? Number.POSITIVE_INFINITY : shape.max;
      return { run: this.repeat(shape.item, Math.min(shape.min, depth), max), rest: this.empty };
    }
    if (shape.kind !== "sequence" || shape.first.shape.kind !== "repeat") return null;
    const split = this.splitRun(shape.first, depth);
    return split && { ...split, rest: shape.rest };
  }

  private findDerivative(shape: Shape, symbol: number): Expression {
    switch (shape.kind) {
      case "never":
      case "empty":
        return this.never;
      case "symbol":
        return shape.ranges.some(([first, last]) => first <= symbol && symbol <= last)
          ? this.empty
          : this.never;
      case "sequence": {
        const begun = this.join(this.derive(shape.first, symbol) as Node, shape.rest);
        return shape.first.isNullable ? this.choice(begun, this.derive(shape.rest, symbol)) : begun;
      }
      case "choice":
        return this.choice(...shape.options.map((one) => this.derive(one, symbol)));
      case "repeat": {
        const begun = this.derive(shape.item, symbol) as Node;
        if (begun === this.never) return begun;
        return this.join(begun, this.repeat(shape.item, Math.max(0, shape.min - 1), shape.max - 1) as Node);
      }
      default:
        return shape satisfies never;
    }
  }

  /** Nested to the right, so that equal sequences are equal. */
  private join(first: Node, rest: Node): Expression {
    if (first === this.never || rest === this.never) return this.never;
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    if (first.shape.kind === "sequence") {
      return this.join(first.shape.first, this.join(first.shape.rest, rest) as Node);
    }
    return this.keep(`sequence ${first.id} ${rest.id}`, { kind: "sequence", first, rest });
  }

  private keep(key: string, shape: Shape): Node {
    const known = this.nodes.get(key);
    if (known) return known;
    const node = { id: this.nodes.size, shape, derivatives: [], ...measure(shape) };
    this.nodes.set(key, node);
    return node;
  }
}

function measure(shape: Shape): Pick<Expression, "isNullable" | "shortest"> {
  switch (shape.kind) {
    case "never":
      return { isNullable: false, shortest: Number.POSITIVE_INFINITY };
    case "empty":
      return { isNullable: true, shortest: 0 };
    case "symbol":
      return { isNullable: false, shortest: 1 };
    case "sequence": {
      const { first, rest } = shape;
      return {
        isNullable: first.isNullable && rest.isNullable,
        shortest: first.shortest + rest.shortest,
      };
    }
    case "choice":
      return {
        isNullable: shape.options.some(({ isNullable }) => isNullable),
        shortest: Math.min(...shape.options.map(({ shortest }) => shortest)),
      };
    case "repeat":
      return { isNullable: shape.min === 0, shortest: shape.min * shape.item.shortest };
    default:
      return shape satisfies never;
  }
}
