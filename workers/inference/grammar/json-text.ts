// How JSON is written, as expressions: strings by their length, numbers by their bounds, white space that always ends.
import type { Expression, ExpressionPool, Range } from "./expressions";

/** Digits that a double holds exactly. */
const MAX_DIGITS = 15;
/** Columns of indentation: more than any value nested as deep as allowed needs, and few enough to end soon. */
const MAX_INDENT = 32;
/** A schema that allows everything means values nested so deep. */
const FREE_DEPTH = 4;

export const WHOLE_LIMIT = 10 ** MAX_DIGITS - 1;

const one = (character: string): Range => [character.charCodeAt(0), character.charCodeAt(0)];
const DIGIT: Range = [0x30, 0x39];
const CONTINUATION: Range = [0x80, 0xbf];

export class JsonText {
  /** Between a bracket or comma and what comes next: nothing, a space, or a new line and its indentation. */
  readonly gap: Expression;
  /** A character of any text, as UTF-8. */
  readonly character: Expression;
  private readonly stringCharacter: Expression;
  private readonly digit: Expression;

  constructor(private readonly pool: ExpressionPool) {
    const space = pool.symbol(one(" "));
    const line = pool.sequence(pool.text("\n"), pool.repeat(space, 0, MAX_INDENT));
    this.gap = pool.optional(pool.choice(space, line));
    this.digit = pool.symbol(DIGIT);
    this.character = pool.choice(pool.symbol([0, 0x7f]), ...this.listWide());
    this.stringCharacter = pool.choice(
      pool.symbol([0x20, 0x21], [0x23, 0x5b], [0x5d, 0x7f]), // neither " nor \
      ...this.listWide(),
      this.describeEscape(),
    );
  }

  /** Exactly this value. */
  value(value: unknown): Expression {
    return this.pool.text(JSON.stringify(value));
  }

  /** A string of so many characters. */
  string(minLength = 0, maxLength = Number.POSITIVE_INFINITY): Expression {
    const { pool } = this;
    const quote = pool.text('"');
    return pool.sequence(quote, pool.repeat(this.stringCharacter, minLength, maxLength), quote);
  }

  array(item: Expression, minItems = 0, maxItems = Number.POSITIVE_INFINITY): Expression {
    return this.enclose("[", this.list(item, minItems, maxItems), "]");
  }

  /** An object with any keys, all values alike. */
  map(value: Expression): Expression {
    return this.enclose("{", this.list(this.member(this.string(), value), 0, Number.POSITIVE_INFINITY), "}");
  }

  /** An object with these keys, in this order; those that are not required may be left out. */
  object(
    members: readonly { readonly key: string; readonly value: Expression; readonly isRequired: boolean }[],
  ): Expression {
    const { pool } = this;
    if (members.length === 0) return pool.text("{}");
    let afterOthers = pool.empty; // what may come when the keys before are settled
    let atFirst = pool.empty;
    for (const { key, value, isRequired } of members.toReversed()) {
      const member = this.member(this.value(key), value);
      const [skipFirst, skip] = isRequired ? [pool.never, pool.never] : [atFirst, afterOthers];
      atFirst = pool.choice(pool.sequence(member, afterOthers), skipFirst);
      afterOthers = pool.choice(pool.sequence(this.comma, member, afterOthers), skip);
    }
    return this.enclose("{", atFirst, "}");
  }

  /** A whole number from `min` to `max`. */
  integer(min: number, max: number): Expression {
    const { pool } = this;
    const negative = pool.sequence(pool.text("-"), this.digitsBetween(Math.max(1, -max), -min));
    return pool.choice(negative, this.digitsBetween(Math.max(0, min), max));
  }

  /** A number without bounds. */
  number(): Expression {
    const { pool, digit } = this;
    const exponent = pool.sequence(
      pool.symbol(one("e"), one("E")),
      pool.optional(pool.symbol(one("+"), one("-"))),
      pool.repeat(digit, 1, 2),
    );
    const whole = this.digitsBetween(0, WHOLE_LIMIT);
    return pool.sequence(
      pool.optional(pool.text("-")),
      whole,
      pool.optional(this.fraction),
      pool.optional(exponent),
    );
  }

  /** A number from `min` to `max`, both whole. */
  numberBetween(min: number, max: number): Expression {
    const { pool } = this;
    const upTo = (from: number, to: number): Expression =>
      to < from
        ? pool.never
        : pool.choice(
            pool.sequence(this.digitsBetween(from, to - 1), this.fraction),
            this.digitsBetween(from, to),
          );
    const negative = pool.sequence(pool.text("-"), upTo(Math.max(0, -max), -min));
    return pool.choice(min < 0 ? negative : pool.never, upTo(Math.max(0, min), max));
  }

  /** Any value, nested to a depth. */
  any(depth = FREE_DEPTH): Expression {
    const { pool } = this;
    const flat = [true, false, null].map((value) => this.value(value));
    const nested = depth > 0 ? [this.array(this.any(depth - 1)), this.map(this.any(depth - 1))] : [];
    return pool.choice(...flat, this.string(), this.number(), ...nested);
  }

  private get fraction(): Expression {
    return this.pool.sequence(this.pool.text("."), this.pool.repeat(this.digit, 1, MAX_DIGITS));
  }

  private get comma(): Expression {
    return this.pool.sequence(this.pool.text(","), this.gap);
  }

  private member(key: Expression, value: Expression): Expression {
    const { pool } = this;
    return pool.sequence(key, pool.text(":"), pool.optional(pool.text(" ")), value);
  }

  private list(item: Expression, min: number, max: number): Expression {
    const { pool } = this;
    if (max === 0 || (item === pool.never && min === 0)) return pool.empty;
    const more = pool.repeat(pool.sequence(this.comma, item), Math.max(0, min - 1), max - 1);
    const list = pool.sequence(item, more);
    return min === 0 ? pool.optional(list) : list;
  }

  private enclose(open: string, content: Expression, close: string): Expression {
    const { pool, gap } = this;
    return pool.sequence(pool.text(open), gap, content, gap, pool.text(close));
  }

  /** Characters of two to four bytes; no surrogates and nothing longer than it need be. */
  private listWide(): Expression[] {
    const { pool } = this;
    const more = pool.symbol(CONTINUATION);
    return [
      pool.sequence(pool.symbol([0xc2, 0xdf]), more),
      pool.sequence(pool.symbol([0xe0, 0xe0]), pool.symbol([0xa0, 0xbf]), more),
      pool.sequence(pool.symbol([0xe1, 0xec], [0xee, 0xef]), more, more),
      pool.sequence(pool.symbol([0xed, 0xed]), pool.symbol([0x80, 0x9f]), more),
      pool.sequence(pool.symbol([0xf0, 0xf0]), pool.symbol([0x90, 0xbf]), more, more),
      pool.sequence(pool.symbol([0xf1, 0xf3]), more, more, more),
      pool.sequence(pool.symbol([0xf4, 0xf4]), pool.symbol([0x80, 0x8f]), more, more),
    ];
  }

  /** \n, \u00e9 and the like; no surrogates, so that each stands for one character. */
  private describeEscape(): Expression {
    const { pool, digit } = this;
    const hex = pool.choice(digit, pool.symbol([0x41, 0x46], [0x61, 0x66]));
    const notSurrogate = pool.choice(
      pool.sequence(pool.symbol(DIGIT, [0x41, 0x43], [0x45, 0x46], [0x61, 0x63], [0x65, 0x66]), hex),
      pool.sequence(pool.symbol(one("d"), one("D")), pool.symbol([0x30, 0x37])),
    );
    const short = pool.symbol(...Array.from('"\\/bfnrt', one));
    const long = pool.sequence(pool.text("u"), notSurrogate, hex, hex);
    return pool.sequence(pool.text("\\"), pool.choice(short, long));
  }

  /** Whole numbers from `min` to `max`, neither negative, without leading zeros. */
  private digitsBetween(min: number, max: number): Expression {
    const { pool } = this;
    const options: Expression[] = [];
    for (let from = min; from <= max; ) {
      const length = String(from).length;
      const to = Math.min(max, 10 ** length - 1);
      options.push(this.alike(String(from), String(to)));
      from = to + 1;
    }
    return pool.choice(...options);
  }

  /** Digits between two that are as many. */
  private alike(low: string, high: string): Expression {
    const { pool, digit } = this;
    if (low === "") return pool.empty;
    if (/^0+$/.test(low) && /^9+$/.test(high)) return pool.repeat(digit, low.length, low.length);
    const [first, last] = [low.charCodeAt(0), high.charCodeAt(0)];
    const [lowRest, highRest] = [low.slice(1), high.slice(1)];
    const head = (code: number, rest: Expression) => pool.sequence(pool.symbol([code, code]), rest);
    if (first === last) return head(first, this.alike(lowRest, highRest));
    const [zeros, nines] = ["0".repeat(lowRest.length), "9".repeat(lowRest.length)];
    const between =
      last - first < 2
        ? pool.never
        : pool.sequence(pool.symbol([first + 1, last - 1]), this.alike(zeros, nines));
    return pool.choice(
      head(first, this.alike(lowRest, nines)),
      between,
      head(last, this.alike(zeros, highRest)),
    );
  }
}
