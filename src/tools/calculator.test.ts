import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CalculatorError, calculate } from "./calculator";
import { MAX_EXPRESSION_LENGTH } from "./calculator-limits";

describe("the calculator", () => {
  it.each([
    ["0.1 + 0.2", "0.3"],
    ["1.1 * 1.1", "1.21"],
    ["4.35 * 100", "435"],
    ["1 / 3", "0.33333333333333333333"],
    ["1/3 + 1/3 + 1/3", "1"],
    ["2 / 3", "0.66666666666666666667"],
    ["9007199254740993 + 1", "9007199254740994"],
    ["2^100", "1267650600228229401496703205376"],
    ["2^3^2", "512"],
    ["-2^2", "-4"],
    ["2^-2", "0.25"],
    ["(-2)^2", "4"],
    ["2 ** 3", "8"],
    ["7 - 2 - 1", "4"],
    ["8 / 4 / 2", "1"],
    ["10 % 3", "1"],
    ["-10 % 3", "-1"],
    ["15% * 80", "12"],
    ["200 + 15%", "200.15"],
    ["50%", "0.5"],
    ["(1 + 2) * (3 + 4)", "21"],
    ["6 ÷ 2 × 3 − 1", "8"],
    ["sqrt(2)^2", "2"],
    ["cbrt(27)", "3"],
    ["round(2.345, 2)", "2.35"],
    ["round(-2.5)", "-3"],
    ["floor(-1.5) + ceil(1.2)", "0"],
    ["min(3, 1, 2) + max(3, 1, 2)", "4"],
    ["ln(e)", "1"],
    ["log(1000) + log2(8)", "6"],
    ["sin(pi / 6)", "0.5"],
    ["cos(0) + tan(0) + atan(0) + asin(0) + acos(1)", "1"],
    ["PI", "3.1415926535897932385"],
    ["1e3 + .5 + 2.", "1002.5"],
    ["-0", "0"],
    ["--3", "3"],
    ["1e-30", "1e-30"],
  ])("works out %s", (expression, result) => expect(calculate(expression)).toBe(result));

  it.each([
    ["", "The expression ends too early."],
    ["2 +", "The expression ends too early."],
    ["2 3", "“3” was not expected at character 3."],
    ["(1", "The expression ends too early."],
    ["1,234 * 2", "“,” was not expected at character 2."],
    ["sqrt 2", "“2” was not expected at character 6."],
    ["alert(1)", "“alert” is not known. These are:"],
    ["constructor", "“constructor” is not known."],
    ["1 / 0", "The result is too large, or something is divided by zero."],
    ["0 / 0", "The result is not a real number."],
    ["sqrt(-1)", "The result is not a real number."],
    ["9^9^9^9", "The result is too large"],
    ["sin(1e999)", "An angle can be at most 1e+30."],
    ["abs(1, 2)", "abs() takes one number."],
    ["round(1, 2.5)", "round() takes a number of digits from 0 to 20."],
    ["(".repeat(100), "The expression is nested too deep."],
    ["-".repeat(100), "The expression is nested too deep."],
    ["1".repeat(MAX_EXPRESSION_LENGTH + 1), "The expression has 301 characters; at most 300 are possible."],
  ])("says what is wrong with %s", (expression, message) => {
    expect(() => calculate(expression)).toThrow(CalculatorError);
    expect(() => calculate(expression)).toThrow(message);
  });

  type Sum = { readonly text: string; readonly value: bigint };
  const { sum } = fc.letrec<{ sum: Sum; number: Sum; two: Sum }>((tie) => ({
    number: fc.bigInt(-(10n ** 12n), 10n ** 12n).map((value) => ({ text: `(${value})`, value })),
    two: fc
      .tuple(tie("sum"), fc.constantFrom("+", "-", "*"), tie("sum"), fc.constantFrom("", " "))
      .map(([a, sign, b, gap]) => ({
        text: `(${a.text}${gap}${sign}${gap}${b.text})`,
        value: sign === "+" ? a.value + b.value : sign === "-" ? a.value - b.value : a.value * b.value,
      })),
    sum: fc.oneof({ maxDepth: 2 }, tie("number"), tie("two")),
  }));

  it("is exact with whole numbers", () => {
    fc.assert(
      fc.property(
        sum.filter(({ text }) => text.length <= MAX_EXPRESSION_LENGTH),
        ({ text, value }) => {
          expect(BigInt(calculate(text))).toBe(value);
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it("adds and multiplies decimal figures exactly", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const write = (value: number): string =>
      `(${value < 0 ? "-" : ""}${Math.trunc(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")})`;
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(Number(calculate(`(${write(a)} + ${write(b)}) * 100`))).toBe(a + b);
        expect(Number(calculate(`${write(a)} * ${write(b)} * 10000`)) + 0).toBe(a * b + 0);
      }),
      { seed: 3 },
    );
  });

  it("ends for whatever is written, with a result or a sentence, and soon", () => {
    const words = fc.constantFrom(
      "1",
      "9",
      "0",
      ".",
      "e",
      "^",
      "%",
      "*",
      "-",
      "(",
      ")",
      ",",
      "exp(",
      "sin(",
      "tan(",
      "ln(",
      "pi",
      "1e999",
      "sqrt(",
      "\u202e",
      "x",
      "'",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (expression) => {
        const startedAt = performance.now();
        try {
          expect(calculate(expression)).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);
        } catch (error) {
          expect(error).toBeInstanceOf(CalculatorError);
        }
        expect(performance.now() - startedAt).toBeLessThan(1000);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});
