// What a schema may not ask for is refused by name and place.
import { describe, expect, it } from "vitest";
import { ExpressionPool } from "./expressions";
import { compileSchema } from "./json-schema";

const compile = (schema: unknown) => compileSchema(new ExpressionPool(), schema);

/** Whether a text is one that the schema allows. */
function allows(schema: unknown, text: string): boolean {
  const pool = new ExpressionPool();
  let state = compileSchema(pool, schema);
  for (const byte of new TextEncoder().encode(text)) state = pool.derive(state, byte);
  return state.isNullable;
}

describe("a schema", () => {
  it.each<[unknown, string, string]>([
    [{ type: "text" }, "#/type", '"text" is no type'],
    [{ properties: { age: { type: "integer", multipleOf: 5 } } }, "#/properties/age", '"multipleOf"'],
    [{ properties: { "a/b": { type: "string", pattern: "(" } } }, "#/properties/a~1b", '"pattern"'],
    [{ type: "array", items: { propertes: {} } }, "#/items", '"propertes" is not supported'],
    [{ type: "object", properties: { a: true }, required: ["b"] }, "#/required", '"b"'],
    [{ type: "object", properties: { a: true }, additionalProperties: true, anyOf: [true] }, "#", '"anyOf"'],
    [
      { type: "object", properties: { a: true }, additionalProperties: { type: "null" } },
      "#/additionalProperties",
      "left out",
    ],
    [{ anyOf: [{ type: "null" }, { $ref: "#/$defs/x" }] }, "#/anyOf/1/$ref", "there is no #/$defs/x"],
    [{ $ref: "https://example.org/schema" }, "#/$ref", "a part of this schema"],
    [{ type: "string", enum: [1, 2] }, "#/enum", "no value in it is of type string"],
    [{ enum: [] }, "#/enum", "at least one"],
    [{ minLength: 3, maxLength: 2 }, "#/minLength", "above maxLength"],
    [{ minItems: -1 }, "#/minItems", "whole number"],
    [{ type: "number", minimum: 0.5 }, "#/minimum", "only whole numbers"],
    [{ type: "number", exclusiveMinimum: 0 }, "#/exclusiveMinimum", "integers only"],
    [{ type: "integer", minimum: 5, maximum: 4 }, "#", "no number"],
    [{ $ref: "#" }, "#", "no value nested"],
    ["string", "#", "a schema is an object"],
    [undefined, "#", "not JSON"],
  ])("%j is refused at %s", (schema, path, reason) => {
    expect(() => compile(schema)).toThrowError(expect.objectContaining({ name: "AnswerFormatError" }));
    expect(() => compile(schema)).toThrowError(`The schema cannot be used at ${path}: `);
    expect(() => compile(schema)).toThrowError(reason);
  });

  it("means what it speaks of when it names no type", () => {
    expect(allows({ properties: { a: { const: 1 } } }, '{"a":1}')).toBe(true);
    expect(allows({ properties: { a: { const: 1 } } }, "[]")).toBe(false);
    expect(allows({ minItems: 1 }, "[2]")).toBe(true);
    expect(allows({}, '{"any": [null]}')).toBe(true);
  });

  it("bounds integers exactly", () => {
    const edges = [0, 1, 9, 10, 12, 99, 100, 101, 345, 998];
    for (const min of [-101, -10, 0, 7, 98]) {
      for (const max of [min, min + 3, 99, 998].filter((one) => one >= min)) {
        for (const value of [...edges, ...edges.map((one) => -one), min, max, min - 1, max + 1]) {
          const isIn = min <= value && value <= max;
          expect(
            allows({ type: "integer", minimum: min, maximum: max }, String(value)),
            `${min} ${value} ${max}`,
          ).toBe(isIn);
        }
      }
    }
    expect(allows({ type: "integer", exclusiveMinimum: 3 }, "3")).toBe(false);
    expect(allows({ type: "integer", exclusiveMinimum: 3 }, "4")).toBe(true);
    expect(allows({ type: "integer" }, "007")).toBe(false);
  });

  it("bounds numbers between whole ones", () => {
    const schema = { type: "number", minimum: -1, maximum: 2 };
    for (const text of ["-1", "-0.5", "0", "1.99", "2"]) expect(allows(schema, text), text).toBe(true);
    for (const text of ["-1.5", "2.01", "3", "1e1", ".5", "01"])
      expect(allows(schema, text), text).toBe(false);
  });

  it("leaves no place for control characters, lone surrogates or broken UTF-8 in a string", () => {
    const schema = { type: "string" };
    expect(allows(schema, '"a\nb"')).toBe(false);
    expect(allows(schema, '"\\ud83d"')).toBe(false);
    expect(allows(schema, '"\\u00e9\\t"')).toBe(true);
    const pool = new ExpressionPool();
    const opened = pool.derive(compileSchema(pool, schema), 0x22);
    for (const bytes of [[0xc0], [0xff], [0xed, 0xa0], [0xf4, 0x90], [0xe0, 0x80]]) {
      let state = opened;
      for (const byte of bytes) state = pool.derive(state, byte);
      expect(state).toBe(pool.never);
    }
  });

  it("may count far and name much without many states", () => {
    expect(compile({ type: "string", maxLength: 100_000 }).shortest).toBe(2);
    expect(compile({ type: "array", items: { type: "boolean" }, minItems: 1000 }).shortest).toBe(
      2 + 4 * 1000 + 999,
    );
  });
});
