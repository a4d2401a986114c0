// Works out an expression in decimal figures, so that 0.1 + 0.2 is 0.3. A parser of its own, with bounds: nothing is ever run as
// code.
import { Decimal } from "decimal.js";
import { MAX_EXPRESSION_LENGTH } from "./calculator-limits";

/** Brackets and signs within each other; each is a call of the parser within another. */
const MAX_DEPTH = 60;
/** Figures that are worked with, and those of a result that is not whole: rounding is not seen. */
const WORKING_DIGITS = 50;
const SHOWN_DIGITS = 20;
/** Powers of ten: beyond them a result is too large, or nothing. */
const MAX_EXPONENT = 10_000;
/** Of an angle. The library has no more digits of π than some larger one needs, and what it throws then leaves it in disorder. */
const MAX_ANGLE = 1e30;

const Figure = Decimal.clone({
  precision: WORKING_DIGITS,
  rounding: Decimal.ROUND_HALF_UP,
  maxE: MAX_EXPONENT,
  minE: -MAX_EXPONENT,
  toExpPos: WORKING_DIGITS,
  toExpNeg: -SHOWN_DIGITS,
});
type Figure = Decimal;

/** What is wrong with an expression, as a sentence for whoever wrote it. */
export class CalculatorError extends Error {
  override readonly name = "CalculatorError";
}

/** Throws CalculatorError. */
export function calculate(expression: string): string {
  if (expression.length > MAX_EXPRESSION_LENGTH) {
    throw new CalculatorError(
      `The expression has ${expression.length} characters; at most ${MAX_EXPRESSION_LENGTH} are possible.`,
    );
  }
  const result = new Parser(expression).parse();
  if (result.isNaN()) throw new CalculatorError("The result is not a real number.");
  if (!result.isFinite()) {
    throw new CalculatorError("The result is too large, or something is divided by zero.");
  }
  const whole = result.isInteger() && result.precision(true) <= WORKING_DIGITS;
  const shown = whole ? result : result.toSignificantDigits(SHOWN_DIGITS);
  return (shown.isZero() ? new Figure(0) : shown).toString();
}

type Work = (...values: Figure[]) => Figure;

interface NamedWork {
  readonly counts: readonly [least: number, most: number]; // of what stands in its brackets
  readonly work: Work;
}

const one = (work: (value: Figure) => Figure): NamedWork => ({ counts: [1, 1], work: work as Work });
const ofAngle = (work: (value: Figure) => Figure): NamedWork =>
  one((angle) => {
    if (angle.abs().lessThanOrEqualTo(MAX_ANGLE)) return work(angle);
    throw new CalculatorError(`An angle can be at most ${MAX_ANGLE}.`);
  });
const many = (work: Work): NamedWork => ({ counts: [1, 100], work });

const FUNCTIONS: ReadonlyMap<string, NamedWork> = new Map([
  ["sqrt", one((x) => x.sqrt())],
  ["cbrt", one((x) => x.cbrt())],
  ["abs", one((x) => x.abs())],
  ["floor", one((x) => x.floor())],
  ["ceil", one((x) => x.ceil())],
  ["round", { counts: [1, 2], work: round }],
  ["min", many((...values) => Figure.min(...values))],
  ["max", many((...values) => Figure.max(...values))],
  ["exp", one((x) => x.exp())],
  ["ln", one((x) => x.ln())],
  ["log", one((x) => x.log(10))],
  ["log2", one((x) => x.log(2))],
  ["sin", ofAngle((x) => x.sin())],
  ["cos", ofAngle((x) => x.cos())],
  ["tan", ofAngle((x) => x.tan())],
  ["asin", one((x) => x.asin())],
  ["acos", one((x) => x.acos())],
  ["atan", one((x) => x.atan())],
]);

const CONSTANTS: ReadonlyMap<string, () => Figure> = new Map([
  ["pi", () => Figure.acos(-1)],
  ["e", () => Figure.exp(1)],
]);

function round(...[value, digits]: Figure[]): Figure {
  const places = (digits ?? new Figure(0)).toNumber();
  if (!Number.isInteger(places) || places < 0 || places > SHOWN_DIGITS) {
    throw new CalculatorError(`round() takes a number of digits from 0 to ${SHOWN_DIGITS}.`);
  }
  return (value as Figure).toDecimalPlaces(places);
}

/** A number, a name, or a sign, after white space. */
const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<name>[a-z][a-z0-9]*)|(?<sign>\*\*|\S))/iy;
const SAME_SIGNS: Readonly<Record<string, string>> = {
  "**": "^",
  "×": "*",
  "·": "*",
  "÷": "/",
  "−": "-",
};

interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

function cutTokens(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(expression); match; match = TOKEN.exec(expression)) {
    const { number, name, sign } = match.groups ?? {};
    const text = number ?? name?.toLowerCase() ?? SAME_SIGNS[sign ?? ""] ?? sign ?? "";
    const kind = number !== undefined ? "number" : name !== undefined ? "name" : "sign";
    tokens.push({ kind, text, at: TOKEN.lastIndex - match[0].trimStart().length });
  }
  return [...tokens, { kind: "end", text: "", at: expression.length }];
}

/** Sums of products of signed powers; works out as it reads. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(expression: string) {
    this.tokens = cutTokens(expression);
  }

  parse(): Figure {
    const result = this.readSum();
    if (this.next.kind !== "end") this.refuse();
    return result;
  }

  private get next(): Token {
    return this.tokens[this.at] as Token; // the end is never passed
  }

  private take(...signs: readonly string[]): string | null {
    const { kind, text } = this.next;
    if (kind !== "sign" || !signs.includes(text)) return null;
    this.at++;
    return text;
  }

  private readSum(): Figure {
    let sum = this.readProduct();
    for (let sign = this.take("+", "-"); sign; sign = this.take("+", "-")) {
      const value = this.readProduct();
      sum = sign === "+" ? sum.plus(value) : sum.minus(value);
    }
    return sum;
  }

  private readProduct(): Figure {
    let product = this.readSigned();
    for (let sign = this.take("*", "/", "%"); sign; sign = this.take("*", "/", "%")) {
      if (sign === "%" && !this.beginsValue()) {
        product = product.div(100);
        continue;
      }
      const value = this.readSigned();
      if (sign === "*") product = product.times(value);
      else product = sign === "/" ? product.div(value) : product.mod(value);
    }
    return product;
  }

  private readSigned(): Figure {
    const sign = this.take("+", "-");
    if (sign === null) return this.readPower();
    const value = this.deeper(() => this.readSigned());
    return sign === "-" ? value.negated() : value;
  }

  /** 2^3^2 is 2^9, and -2^2 is -4. */
  private readPower(): Figure {
    const base = this.readValue();
    return this.take("^") === null ? base : base.pow(this.deeper(() => this.readSigned()));
  }

  private readValue(): Figure {
    const { kind, text } = this.next;
    if (kind === "number") {
      this.at++;
      return new Figure(text);
    }
    if (kind === "name") return this.readNamed(text);
    if (this.take("(") === null) this.refuse();
    const value = this.deeper(() => this.readSum());
    if (this.take(")") === null) this.refuse();
    return value;
  }

  private readNamed(name: string): Figure {
    const constant = CONSTANTS.get(name);
    const named = FUNCTIONS.get(name);
    if (!constant && !named) {
      const known = [...FUNCTIONS.keys(), ...CONSTANTS.keys()].join(", ");
      throw new CalculatorError(`“${name.slice(0, 40)}” is not known. These are: ${known}.`);
    }
    this.at++;
    if (constant) return constant();
    const { counts, work } = named as NamedWork;
    if (this.take("(") === null) this.refuse();
    const values = [this.deeper(() => this.readSum())];
    while (this.take(",")) values.push(this.deeper(() => this.readSum()));
    if (this.take(")") === null) this.refuse();
    const [least, most] = counts;
    if (values.length < least || values.length > most) {
      throw new CalculatorError(
        `${name}() takes ${most === 1 ? "one number" : `${least} to ${most} numbers`}.`,
      );
    }
    return work(...values);
  }

  private beginsValue(): boolean {
    const { kind, text } = this.next;
    return kind === "number" || kind === "name" || text === "(";
  }

  private deeper<Result>(read: () => Result): Result {
    if (++this.depth > MAX_DEPTH) throw new CalculatorError("The expression is nested too deep.");
    const result = read();
    this.depth--;
    return result;
  }

  private refuse(): never {
    const { kind, text, at } = this.next;
    throw new CalculatorError(
      kind === "end"
        ? "The expression ends too early."
        : `“${text.slice(0, 40)}” was not expected at character ${at + 1}.`,
    );
  }
}
