// Whatever a model would like to write, and however little room it has: what comes out is JSON that fulfils the schema.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFormat } from "./answer-format";
import { Guide } from "./guide";
import { TokenTrie } from "./token-trie";

type Schema = Record<string, unknown>;

const utf8 = new TextEncoder();
/** Every byte, then pieces that reach over the joints of JSON and over characters' ends. */
const PIECES = [
  '"',
  '":',
  '": "',
  '", "',
  '"}',
  "},",
  "}]",
  "[[",
  "]",
  "{\n",
  "  ",
  "    ",
  "true",
  "null",
  "12",
  "0.",
  "-1",
];
const WORDS = [
  "a",
  "b",
  "ab",
  "key",
  '"key',
  "é",
  "né",
  "漢字",
  "😀",
  "e9",
  "\\n",
  '\\"',
  "\\u0",
  " the",
  "123456",
  "x".repeat(32),
];
const SYMBOLS = [
  ...Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte)),
  ...[...PIECES, ...WORDS].map((piece) => utf8.encode(piece)),
];
const TRIE = new TokenTrie(SYMBOLS);
const MANY = 400;

const createGuide = (schema: unknown, beginsInsideThink = false): Guide => {
  const { pool, expression } = compileFormat({ kind: "json", schema }, beginsInsideThink);
  return new Guide(pool, TRIE, expression);
};

/** Writes as the engine does, with the `choices` of a model; null when there is no room for any answer. */
function write(guide: Guide, choices: readonly number[], room: number): string | null {
  if (guide.shortest > room) return null;
  const bytes: number[] = [];
  for (let count = 1; count <= room && !guide.isFinished; count++) {
    const choice = choices[count % choices.length] as number;
    if (guide.isComplete && choice % 3 === 0) break; // the end token
    const allowed = guide.listAllowed();
    let id = allowed[choice % allowed.length] as number;
    if (guide.shortestAfter(id) > room - count) {
      const ending = guide.listEnding(room - count);
      if (ending.length === 0) break; // the end token is what is left
      id = ending[choice % ending.length] as number;
    }
    guide.accept(id);
    bytes.push(...(SYMBOLS[id] as Uint8Array));
  }
  expect(guide.isComplete).toBe(true);
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
}

/** A validator of its own, for the keywords that are supported. */
function isValid(value: unknown, schema: Schema | true, root: Schema): boolean {
  if (schema === true) return true;
  const bound = (key: string, absent: number) => (schema[key] as number | undefined) ?? absent;
  const within = (count: number, least: string, most: string) =>
    count >= bound(least, Number.NEGATIVE_INFINITY) && count <= bound(most, Number.POSITIVE_INFINITY);
  if (schema.$ref !== undefined)
    return isValid(value, (root.$defs as Record<string, Schema>).node as Schema, root);
  if (schema.anyOf) return (schema.anyOf as Schema[]).some((one) => isValid(value, one, root));
  if ("const" in schema) return JSON.stringify(value) === JSON.stringify(schema.const);
  if (schema.enum)
    return (schema.enum as unknown[]).some((one) => JSON.stringify(one) === JSON.stringify(value));
  switch (schema.type) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && within([...value].length, "minLength", "maxLength");
    case "number":
      return typeof value === "number" && Number.isFinite(value) && within(value, "minimum", "maximum");
    case "integer":
      return Number.isInteger(value) && within(value as number, "minimum", "maximum");
    case "array":
      return (
        Array.isArray(value) &&
        within(value.length, "minItems", "maxItems") &&
        value.every((item) => isValid(item, (schema.items ?? true) as Schema, root))
      );
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const { properties, required = [] } = schema as {
        properties?: Record<string, Schema>;
        required?: string[];
      };
      if (!properties) return true;
      return (
        required.every((key) => key in value) &&
        Object.entries(value).every(
          ([key, item]) => key in properties && isValid(item, properties[key] as Schema, root),
        )
      );
    }
    default:
      return true;
  }
}

const bounds = (least: string, most: string, arbitrary: fc.Arbitrary<number>): fc.Arbitrary<Schema> =>
  fc.tuple(fc.option(arbitrary), fc.option(arbitrary)).map(([one, other]) => {
    const [min, max] = one !== null && other !== null && one > other ? [other, one] : [one, other];
    return { ...(min === null ? {} : { [least]: min }), ...(max === null ? {} : { [most]: max }) };
  });

const json = fc.jsonValue({ maxDepth: 2 });
const { schema: schemas } = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Schema>({ type: "null" }, { type: "boolean" }, { type: "number" }, { type: "integer" }),
    bounds("minLength", "maxLength", fc.nat(40)).map((limits) => ({ type: "string", ...limits })),
    bounds("minimum", "maximum", fc.integer({ min: -3000, max: 3000 })).map((limits) => ({
      type: "integer",
      ...limits,
    })),
    bounds("minimum", "maximum", fc.integer({ min: -30, max: 30 })).map((limits) => ({
      type: "number",
      ...limits,
    })),
    json.map((value) => ({ const: value })),
    fc.array(json, { minLength: 1, maxLength: 4 }).map((values) => ({ enum: values })),
    fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc
      .tuple(tie("schema"), bounds("minItems", "maxItems", fc.nat(4)))
      .map(([items, limits]) => ({ type: "array", items, ...limits })),
    fc
      .dictionary(fc.string({ maxLength: 4, unit: "grapheme" }), fc.tuple(tie("schema"), fc.boolean()), {
        maxKeys: 4,
      })
      .map((members) => ({
        type: "object",
        properties: Object.fromEntries(Object.entries(members).map(([key, [value]]) => [key, value])),
        required: Object.keys(members).filter((key) => members[key]?.[1]),
        additionalProperties: false,
      })),
  ),
}));

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });

describe("an answer led by a schema", () => {
  it("is JSON that fulfils it, whatever is chosen and wherever it must end", () => {
    fc.assert(
      fc.property(schemas, choices, fc.nat(MANY), (schema, chosen, room) => {
        const text = write(createGuide(schema), chosen, room);
        if (text === null) return;
        expect(isValid(JSON.parse(text), schema, schema), text).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("can be every JSON text of the schema's keys in their order", () => {
    const guide = createGuide({
      type: "object",
      properties: { name: { type: "string" }, n: { type: "number" }, list: { type: "array", items: true } },
      required: ["name"],
    });
    const text = '{\n  "name": "Zoë \\"\\u00e9\\" 😀", "n": -0.5e-3,\n  "list":[null, {"a": [1]}, [ ]]\n}';
    for (const byte of utf8.encode(text)) guide.accept(byte);
    expect(guide.isFinished).toBe(true);
  });

  it("follows references to a depth that ends", () => {
    const node = {
      type: "object",
      properties: { v: { type: "integer" }, next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] } },
      required: ["v", "next"],
    };
    const schema = { $ref: "#/$defs/node", $defs: { node } };
    fc.assert(
      fc.property(choices, (chosen) => {
        expect(isValid(JSON.parse(write(createGuide(schema), chosen, MANY) as string), schema, schema)).toBe(
          true,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("allows the same pieces in a long text as in one without end, and fewer near its end", () => {
    const inText = (maxLength: number, length: number): ReadonlySet<number> => {
      const guide = createGuide({ type: "string", maxLength });
      for (const byte of utf8.encode(`"${"a".repeat(length)}`)) guide.accept(byte);
      return new Set(guide.listAllowed());
    };
    expect(inText(1000, 900)).toEqual(inText(1e9, 0));
    const long = SYMBOLS.length - 1; // 32 letters
    expect(inText(100, 68).has(long)).toBe(true);
    expect(inText(100, 69).has(long)).toBe(false);
    expect([...inText(3, 3)]).toEqual(expect.arrayContaining([0x22]));
    expect(inText(3, 3).has(0x61)).toBe(false);
  });

  it("comes after a thought of any text, where a model thinks aloud", () => {
    const pieces = [...SYMBOLS, Uint16Array.of(256)];
    const { pool, expression } = compileFormat({ kind: "json", schema: { const: 1 } }, true);
    const guide = new Guide(pool, new TokenTrie(pieces), expression);
    const end = pieces.length - 1;
    for (const byte of utf8.encode('Hm, {"no": é')) guide.accept(byte);
    expect(guide.listAllowed()).toContain(end);
    guide.accept(end);
    expect(guide.listAllowed()).not.toContain(end);
    for (const byte of utf8.encode("\n1")) guide.accept(byte);
    expect(guide.isFinished).toBe(true);
  });
});
