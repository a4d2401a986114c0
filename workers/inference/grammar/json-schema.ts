// A JSON schema → the expression of the JSON texts that fulfil it. What cannot be guaranteed is refused by name and place,
// never passed over. Keys come in the schema's order; white space is free within bounds.
import { AnswerFormatError } from "../errors";
import type { Expression, ExpressionPool } from "./expressions";
import { JsonText, WHOLE_LIMIT } from "./json-text";

type Schema = { readonly [keyword: string]: unknown };

const TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
type Type = (typeof TYPES)[number];

/** Schemas within schemas, references followed. Deeper values than this do not come. */
const MAX_DEPTH = 16;
/** Characters of a schema: far above what a model can follow. */
const MAX_SCHEMA_LENGTH = 65_536;
const MAX_ENUM = 1000;

const SUPPORTED = [
  ...["type", "enum", "const", "anyOf", "$ref", "$defs", "definitions"],
  ...["properties", "required", "additionalProperties", "items", "minItems", "maxItems"],
  ...["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
];
/** Keywords that say something about values without limiting them. */
const ANNOTATIONS = [
  ...["title", "description", "default", "examples", "format", "$schema", "$id", "$comment", "$anchor"],
  ...["deprecated", "readOnly", "writeOnly", "contentEncoding", "contentMediaType", "contentSchema"],
];
const KNOWN = new Set([...SUPPORTED, ...ANNOTATIONS]);

export function compileSchema(pool: ExpressionPool, schema: unknown): Expression {
  let text: string | undefined;
  try {
    text = JSON.stringify(schema);
  } catch {
    text = undefined; // cyclic
  }
  if (text === undefined) refuse("#", "it is not JSON");
  if (text.length > MAX_SCHEMA_LENGTH) {
    refuse("#", `it has ${text.length} characters; at most ${MAX_SCHEMA_LENGTH} are possible`);
  }
  const root: unknown = JSON.parse(text); // a copy, without what JSON cannot say
  const expression = new SchemaCompiler(pool, root).compile(root, "#", 0);
  if (expression === pool.never) {
    refuse("#", `no value nested at most ${MAX_DEPTH} deep can fulfil it`);
  }
  return expression;
}

class SchemaCompiler {
  private readonly json: JsonText;
  private readonly done = new Map<unknown, Expression[]>(); // of a schema, by depth: a reference may name it often

  constructor(
    private readonly pool: ExpressionPool,
    private readonly root: unknown,
  ) {
    this.json = new JsonText(pool);
  }

  /** `path` is where it stands, as a JSON pointer. */
  compile(schema: unknown, path: string, depth: number): Expression {
    if (schema === true) return this.json.any();
    if (!isObject(schema)) refuse(path, "a schema is an object");
    if (depth > MAX_DEPTH) return this.pool.never;
    const known = this.done.get(schema)?.[depth];
    if (known) return known;
    for (const keyword of Object.keys(schema)) {
      if (!KNOWN.has(keyword)) {
        refuse(path, `"${keyword}" is not supported. ${supportedSentence}`);
      }
    }
    const expression = this.compileKnown(schema, path, depth);
    const byDepth = this.done.get(schema) ?? [];
    byDepth[depth] = expression;
    this.done.set(schema, byDepth);
    return expression;
  }

  private compileKnown(schema: Schema, path: string, depth: number): Expression {
    if (schema.$ref !== undefined) {
      requireAlone(schema, "$ref", path);
      const { target, targetPath } = this.resolve(schema.$ref, path);
      return this.compile(target, targetPath, depth + 1);
    }
    if (schema.anyOf !== undefined) {
      requireAlone(schema, "anyOf", path);
      const options = readList(schema, "anyOf", path);
      return this.pool.choice(
        ...options.map((one, index) => this.compile(one, `${path}/anyOf/${index}`, depth + 1)),
      );
    }
    const types = readTypes(schema, path);
    if (schema.const !== undefined) return this.compileValues([schema.const], types, `${path}/const`);
    if (schema.enum !== undefined) {
      const allowed = readList(schema, "enum", path);
      if (allowed.length > MAX_ENUM) {
        refuse(`${path}/enum`, `it lists ${allowed.length} values; at most ${MAX_ENUM} are possible`);
      }
      return this.compileValues(allowed, types, `${path}/enum`);
    }
    return this.pool.choice(...types.map((type) => this.compileType(type, schema, path, depth)));
  }

  private compileType(type: Type, schema: Schema, path: string, depth: number): Expression {
    const { json } = this;
    switch (type) {
      case "object":
        return this.compileObject(schema, path, depth);
      case "array": {
        const [min, max] = readBounds(schema, "minItems", "maxItems", path);
        const item = this.compile(schema.items ?? true, `${path}/items`, depth + 1);
        return json.array(item, min, max);
      }
      case "string":
        return json.string(...readBounds(schema, "minLength", "maxLength", path));
      case "integer":
        return json.integer(...readWholeRange(schema, path, 1));
      case "number":
        return hasRange(schema) ? json.numberBetween(...readWholeRange(schema, path, null)) : json.number();
      case "boolean":
        return this.pool.choice(json.value(true), json.value(false));
      case "null":
        return json.value(null);
      default:
        return type satisfies never;
    }
  }

  private compileObject(schema: Schema, path: string, depth: number): Expression {
    const { properties = {}, additionalProperties = true } = schema;
    if (!isObject(properties)) {
      refuse(`${path}/properties`, "it must be an object of schemas");
    }
    const names = Object.keys(properties);
    const required = readRequired(schema, names, path);
    const isFree = names.length === 0 && additionalProperties !== false;
    if (isFree) {
      return this.json.map(this.compile(additionalProperties, `${path}/additionalProperties`, depth + 1));
    }
    if (typeof additionalProperties !== "boolean") {
      refuse(`${path}/additionalProperties`, 'beside "properties" it must be false or left out');
    }
    return this.json.object(
      names.map((key) => ({
        key,
        value: this.compile(properties[key], `${path}/properties/${escapePointer(key)}`, depth + 1),
        isRequired: required.has(key),
      })),
    );
  }

  private compileValues(allowed: readonly unknown[], types: readonly Type[], path: string): Expression {
    const fitting = allowed.filter((value) => types.some((type) => isOfType(value, type)));
    if (fitting.length === 0) refuse(path, `no value in it is of type ${types.join(", ")}`);
    return this.pool.choice(...fitting.map((value) => this.json.value(value)));
  }

  private resolve(ref: unknown, path: string): { target: unknown; targetPath: string } {
    const at = `${path}/$ref`;
    if (typeof ref !== "string" || !/^#(\/|$)/.test(ref)) {
      refuse(at, 'it must name a part of this schema, such as "#/$defs/person"');
    }
    let target = this.root;
    for (const step of ref.split("/").slice(1)) {
      const key = decodePointer(step);
      const holder = Array.isArray(target) || isObject(target) ? target : {};
      target = Object.hasOwn(holder, key) ? (holder as Schema)[key] : undefined;
    }
    if (target === undefined) refuse(at, `there is no ${ref}`);
    return { target, targetPath: ref };
  }
}

const supportedSentence = `Supported are ${SUPPORTED.join(", ")}`;

function refuse(path: string, problem: string): never {
  throw new AnswerFormatError(`The schema cannot be used at ${path}: ${problem}.`);
}

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isOfType(value: unknown, type: Type): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "null":
      return value === null;
    default:
      return typeof value === type;
  }
}

const escapePointer = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

function decodePointer(step: string): string {
  let decoded = step;
  try {
    decoded = decodeURIComponent(step);
  } catch {
    decoded = step; // a lone % is itself
  }
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Such a keyword would have to be met together with its neighbours. */
function requireAlone(schema: Schema, keyword: string, path: string): void {
  const beside = Object.keys(schema).find(
    (key) => key !== keyword && SUPPORTED.includes(key) && key !== "$defs" && key !== "definitions",
  );
  if (beside) refuse(path, `"${beside}" beside "${keyword}" is not supported`);
}

function readTypes(schema: Schema, path: string): readonly Type[] {
  const { type } = schema;
  if (type === undefined) return guessTypes(schema);
  const listed: readonly unknown[] = Array.isArray(type) ? type : [type];
  const unknown = listed.find((one) => !TYPES.includes(one as Type));
  if (unknown !== undefined || listed.length === 0) {
    refuse(`${path}/type`, `${JSON.stringify(unknown ?? listed)} is no type; types are ${TYPES.join(", ")}`);
  }
  return listed as readonly Type[];
}

/** A schema without a type means what it speaks of; a value that it does not speak of would be free of it. */
function guessTypes(schema: Schema): readonly Type[] {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ["object"];
  if (schema.items !== undefined || schema.minItems !== undefined || schema.maxItems !== undefined) {
    return ["array"];
  }
  if (schema.minLength !== undefined || schema.maxLength !== undefined) return ["string"];
  if (hasRange(schema)) return ["number"];
  return TYPES.filter((type) => type !== "integer"); // every integer is a number
}

function readList(schema: Schema, keyword: string, path: string): readonly unknown[] {
  const list = schema[keyword];
  if (!Array.isArray(list) || list.length === 0) {
    refuse(`${path}/${keyword}`, "it must be a list of at least one");
  }
  return list;
}

function readRequired(schema: Schema, names: readonly string[], path: string): ReadonlySet<unknown> {
  const { required = [] } = schema;
  if (!Array.isArray(required)) refuse(`${path}/required`, "it must be a list of keys");
  const missing = required.find((key) => !names.includes(key));
  if (missing !== undefined) {
    refuse(`${path}/required`, `"properties" has no ${JSON.stringify(missing)}, which it names`);
  }
  return new Set<unknown>(required);
}

/** Two counts; the second is infinite when it is left out. */
function readBounds(schema: Schema, least: string, most: string, path: string): [min: number, max: number] {
  const read = (keyword: string, absent: number): number => {
    const value = schema[keyword];
    if (value === undefined) return absent;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    refuse(`${path}/${keyword}`, "it must be a whole number from 0 on");
  };
  const [min, max] = [read(least, 0), read(most, Number.POSITIVE_INFINITY)];
  if (min > max) refuse(`${path}/${least}`, `it is above ${most}`);
  return [min, max];
}

const hasRange = (schema: Schema): boolean =>
  ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].some((key) => schema[key] !== undefined);

/** Bounds of a number. `step` is how far beside an excluded bound the next value lies; null: no value is the next. */
function readWholeRange(schema: Schema, path: string, step: number | null): [min: number, max: number] {
  const read = (keyword: string, absent: number): number => {
    const value = schema[keyword];
    if (value === undefined) return absent;
    if (typeof value !== "number" || !Number.isInteger(value) || Math.abs(value) > WHOLE_LIMIT) {
      refuse(`${path}/${keyword}`, `only whole numbers up to ${WHOLE_LIMIT} are supported`);
    }
    if (!keyword.startsWith("exclusive")) return value;
    if (step !== null) return keyword.endsWith("Minimum") ? value + step : value - step;
    refuse(`${path}/${keyword}`, "it is supported for integers only");
  };
  const min = Math.max(read("minimum", -WHOLE_LIMIT), read("exclusiveMinimum", -WHOLE_LIMIT));
  const max = Math.min(read("maximum", WHOLE_LIMIT), read("exclusiveMaximum", WHOLE_LIMIT));
  if (min > max) refuse(path, "no number lies between its bounds");
  return [min, max];
}
