// One metadata value of a GGUF file: a scalar, a string or a flat array of either.
import { ModelFormatError } from "../errors";
import { formatError, type GgufReader } from "./gguf-reader";

export type GgufArray =
  | Uint8Array // also booleans, 0 or 1: as JavaScript's own each would take eight bytes
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array // also 64-bit integers, all exact
  | readonly string[];
export type GgufValue = number | boolean | string | GgufArray;

/** The longest real array is a merge list: 139,278 for Jamba 2, 600,000 for the largest vocabularies known. */
const MAX_ARRAY_LENGTH = 2_000_000;

/** gguf_metadata_value_type, by its number in the file. */
export const VALUE_TYPES = [
  "u8",
  "i8",
  "u16",
  "i16",
  "u32",
  "i32",
  "f32",
  "bool",
  "string",
  "array",
  "u64",
  "i64",
  "f64",
] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

const MIN_BYTES = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  bool: 1,
  string: 8,
  array: 12,
  u64: 8,
  i64: 8,
  f64: 8,
} as const satisfies Record<ValueType, number>;

export function readValueType(reader: GgufReader, field: string): ValueType {
  const start = reader.offset();
  const id = reader.u32(field);
  const type = VALUE_TYPES[id];
  if (type === undefined) throw formatError(field, String(id), "a value type from 0 to 12", start);
  return type;
}

export function readValue(reader: GgufReader, type: ValueType, field: string): GgufValue {
  return type === "array" ? readArray(reader, field) : readScalar(reader, type, field);
}

function readScalar(
  reader: GgufReader,
  type: Exclude<ValueType, "array">,
  field: string,
): number | boolean | string {
  switch (type) {
    case "u8":
      return reader.u8(field);
    case "i8":
      return reader.scalar(field, 1, (view, at) => view.getInt8(at));
    case "u16":
      return reader.scalar(field, 2, (view, at) => view.getUint16(at, true));
    case "i16":
      return reader.scalar(field, 2, (view, at) => view.getInt16(at, true));
    case "u32":
      return reader.u32(field);
    case "i32":
      return reader.scalar(field, 4, (view, at) => view.getInt32(at, true));
    case "f32":
      return reader.scalar(field, 4, (view, at) => view.getFloat32(at, true));
    case "f64":
      return reader.scalar(field, 8, (view, at) => view.getFloat64(at, true));
    case "u64":
      return reader.u64(field);
    case "i64":
      return readI64(reader, field);
    case "bool":
      return readBool(reader, field);
    case "string":
      return reader.text(field);
    default:
      return type satisfies never;
  }
}

function readI64(reader: GgufReader, field: string): number {
  const start = reader.offset();
  const big = reader.scalar(field, 8, (view, at) => view.getBigInt64(at, true));
  const value = Number(big);
  if (!Number.isSafeInteger(value)) throw formatError(field, String(big), "within ±(2^53 - 1)", start);
  return value;
}

function readBool(reader: GgufReader, field: string): boolean {
  const start = reader.offset();
  const byte = reader.u8(field);
  if (byte > 1) throw formatError(field, String(byte), "a boolean, 0 or 1", start);
  return byte === 1;
}

function readArray(reader: GgufReader, field: string): GgufArray {
  const start = reader.offset();
  const type = readValueType(reader, `${field} element type`);
  if (type === "array") throw formatError(field, "an array of arrays", "a flat array", start);
  const count = reader.u64(`${field} length`);
  if (count > MAX_ARRAY_LENGTH) {
    throw formatError(`${field} length`, String(count), `at most ${MAX_ARRAY_LENGTH} elements`, start + 4);
  }
  if (count * MIN_BYTES[type] > reader.remaining()) {
    throw new ModelFormatError(
      `This GGUF file has ${field} of ${count} elements at byte ${start}, at least ${count * MIN_BYTES[type]} bytes, and only ${reader.remaining()} bytes follow. The file is cut short or damaged.`,
    );
  }
  return readElements(reader, type, count, field);
}

function readElements(
  reader: GgufReader,
  type: Exclude<ValueType, "array">,
  count: number,
  field: string,
): GgufArray {
  const copy = () => reader.copy(field, count * MIN_BYTES[type]);
  switch (type) {
    case "u8":
      return new Uint8Array(copy());
    case "i8":
      return new Int8Array(copy());
    case "u16":
      return new Uint16Array(copy());
    case "i16":
      return new Int16Array(copy());
    case "u32":
      return new Uint32Array(copy());
    case "i32":
      return new Int32Array(copy());
    case "f32":
      return new Float32Array(copy());
    case "f64":
      return new Float64Array(copy());
    case "u64":
      return Float64Array.from({ length: count }, () => reader.u64(field));
    case "i64":
      return Float64Array.from({ length: count }, () => readI64(reader, field));
    case "bool":
      return Uint8Array.from({ length: count }, () => Number(readBool(reader, field)));
    case "string":
      return Array.from({ length: count }, () => reader.text(field));
    default:
      return type satisfies never;
  }
}
