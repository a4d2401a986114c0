// Writes GGUF files: for tests and the end-to-end tiny model. It writes what it is told, wrong or right, so that hostile files
// can be built too; the app itself never writes one.
import type { ByteSource } from "../store/byte-source";
import { VALUE_TYPES, type ValueType } from "./gguf-value";
import { alignUp } from "./tensor-table";
import { TENSOR_TYPES, type TensorType } from "./tensor-types";

export type TypedValue =
  | { readonly type: Exclude<ValueType, "array" | "string" | "bool">; readonly value: number | bigint }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "bool"; readonly value: boolean }
  | {
      readonly type: "array";
      readonly of: Exclude<ValueType, "array">;
      readonly value: readonly (number | bigint | string | boolean)[] | ArrayLike<number>;
    };

export interface BuildTensor {
  readonly name: string;
  readonly type: TensorType;
  readonly dims: readonly number[]; // contiguous dimension first
  readonly data: Uint8Array;
}

export interface BuildGgufOptions {
  readonly version?: number;
  readonly alignment?: number; // written as general.alignment when it is not 32
  readonly metadata: Readonly<Record<string, TypedValue>> | ReadonlyMap<string, TypedValue>;
  readonly tensors: readonly BuildTensor[];
}

export function buildGguf({
  version = 3,
  alignment = 32,
  metadata,
  tensors,
}: BuildGgufOptions): Uint8Array<ArrayBuffer> {
  const entries = metadata instanceof Map ? [...metadata] : Object.entries(metadata);
  if (alignment !== 32) entries.push(["general.alignment", { type: "u32", value: alignment }]);
  const header = createByteWriter();
  header.bytes(new TextEncoder().encode("GGUF"));
  header.number("u32", version);
  header.number("u64", tensors.length);
  header.number("u64", entries.length);
  for (const [key, value] of entries) {
    header.text(key);
    writeValue(header, value);
  }
  let offset = 0;
  for (const tensor of tensors) {
    header.text(tensor.name);
    header.number("u32", tensor.dims.length);
    for (const dim of tensor.dims) header.number("u64", dim);
    header.number("u32", TENSOR_TYPES[tensor.type].id);
    header.number("u64", offset);
    offset = alignUp(offset + tensor.data.byteLength, alignment);
  }
  header.pad(alignment);
  for (const tensor of tensors) {
    header.bytes(tensor.data);
    header.pad(alignment);
  }
  return header.finish();
}

/** A file in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.byteLength,
    async read(offset, length) {
      if (offset + length > bytes.byteLength)
        throw new RangeError(`${offset} + ${length} is past ${bytes.byteLength}`);
      return new Uint8Array(bytes.subarray(offset, offset + length));
    },
  };
}

export interface ByteWriter {
  bytes(bytes: Uint8Array): void;
  number(type: Exclude<ValueType, "array" | "string">, value: number | bigint | boolean): void;
  text(text: string): void;
  pad(alignment: number): void;
  finish(): Uint8Array<ArrayBuffer>;
}

export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const utf8 = new TextEncoder();
  function grow(byteLength: number): number {
    const start = length;
    length += byteLength;
    if (length > buffer.byteLength) {
      const larger = new Uint8Array(Math.max(length, buffer.byteLength * 2));
      larger.set(buffer);
      buffer = larger;
    }
    return start;
  }
  const writer: ByteWriter = {
    bytes: (bytes) => {
      const start = grow(bytes.byteLength); // before `buffer` is read: growing replaces it
      buffer.set(bytes, start);
    },
    number: (type, value) => {
      const start = grow(NUMBER_BYTES[type]);
      setNumber(new DataView(buffer.buffer), start, type, value);
    },
    text: (text) => {
      const bytes = utf8.encode(text);
      writer.number("u64", bytes.byteLength);
      writer.bytes(bytes);
    },
    pad: (alignment) => {
      grow(alignUp(length, alignment) - length);
    },
    finish: () => buffer.slice(0, length),
  };
  return writer;
}

const NUMBER_BYTES = {
  u8: 1,
  i8: 1,
  bool: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  u64: 8,
  i64: 8,
  f64: 8,
} as const;

function setNumber(
  view: DataView,
  at: number,
  kind: Exclude<ValueType, "array" | "string">,
  value: number | bigint | boolean,
): void {
  switch (kind) {
    case "u8":
    case "i8":
    case "bool":
      view.setUint8(at, Number(value));
      break;
    case "u16":
    case "i16":
      view.setUint16(at, Number(value), true);
      break;
    case "u32":
    case "i32":
      view.setUint32(at, Number(value), true);
      break;
    case "f32":
      view.setFloat32(at, Number(value), true);
      break;
    case "f64":
      view.setFloat64(at, Number(value), true);
      break;
    case "u64":
    case "i64":
      view.setBigUint64(at, BigInt.asUintN(64, BigInt(value)), true);
      break;
    default: {
      kind satisfies never;
    }
  }
}

function writeValue(writer: ByteWriter, typed: TypedValue): void {
  writer.number("u32", VALUE_TYPES.indexOf(typed.type));
  if (typed.type === "array") {
    writer.number("u32", VALUE_TYPES.indexOf(typed.of));
    writer.number("u64", typed.value.length);
    for (const item of Array.from<number | bigint | string | boolean>(typed.value)) {
      if (typed.of === "string") writer.text(String(item));
      else writer.number(typed.of, typeof item === "string" ? Number(item) : item);
    }
  } else if (typed.type === "string") writer.text(typed.value);
  else writer.number(typed.type, typed.value);
}
