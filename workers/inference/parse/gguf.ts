// A GGUF file's header: metadata and the table of tensors, never the weights. The input is taken as hostile: each count,
// length, offset and product is checked against the file's size and a named limit before memory is taken, and whatever is
// wrong is one ModelFormatError with the field, its value, what was expected and the byte offset.
import type { ByteSource } from "../store/byte-source";
import {
  createGgufReader,
  formatError,
  type GgufReader,
  HeaderIncomplete,
  MAX_HEADER_BYTES,
  quote,
} from "./gguf-reader";
import { type GgufValue, readValue, readValueType } from "./gguf-value";
import { alignUp, readTensorTable, type TensorInfo } from "./tensor-table";

export type { GgufArray, GgufValue } from "./gguf-value";
export type { TensorInfo } from "./tensor-table";

export interface Gguf {
  readonly version: number;
  readonly alignment: number;
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  readonly dataOffset: number; // of the first tensor
  readonly byteLength: number; // of the whole file
}

/** Jamba2's whole header has 1.6 MB, so that one read is enough. */
const FIRST_SLICE_BYTES = 2 * 1024 * 1024;
const MAGIC = 0x46554747; // "GGUF"
const DEFAULT_ALIGNMENT = 32;
const MIN_ALIGNMENT = 8;
const MAX_ALIGNMENT = 4096; // a memory page; real files have 32
const MAX_METADATA = 1024; // Jamba2 has 36
const MAX_TENSORS = 4096; // Jamba2 has 463
const MAX_KEY_BYTES = 256;
/** Length of key, one byte of key, value type, one byte of value. */
const MIN_METADATA_BYTES = 8 + 1 + 4 + 1;
/** Length of name, one byte of name, dimension count, one dimension, type, offset. */
const MIN_TENSOR_BYTES = 8 + 1 + 4 + 8 + 4 + 8;

/** Reads growing slices from the file's start until the header is whole. */
export async function parseGguf(source: ByteSource): Promise<Gguf> {
  let length = Math.min(FIRST_SLICE_BYTES, source.byteLength);
  for (;;) {
    const slice = await source.read(0, length);
    try {
      return parseHeader(slice, source.byteLength);
    } catch (error) {
      if (!(error instanceof HeaderIncomplete)) throw error;
      length = Math.min(Math.max(length * 2, error.wantedBytes), MAX_HEADER_BYTES, source.byteLength);
    }
  }
}

function parseHeader(slice: Uint8Array<ArrayBuffer>, fileLength: number): Gguf {
  const reader = createGgufReader(slice, fileLength);
  const magic = reader.u32("magic number");
  if (magic !== MAGIC)
    throw formatError("magic number", `0x${magic.toString(16)}`, '"GGUF", a GGUF model file', 0);
  const version = reader.u32("version");
  if (version !== 2 && version !== 3) throw formatError("version", versionName(version), "2 or 3", 4);
  const tensorCount = readCount(reader, "tensor count", MAX_TENSORS, MIN_TENSOR_BYTES);
  const metadataCount = readCount(reader, "metadata count", MAX_METADATA, MIN_METADATA_BYTES);
  const metadata = readMetadata(reader, metadataCount);
  const alignment = (metadata.get("general.alignment") ?? DEFAULT_ALIGNMENT) as number; // its type is checked as it is read
  const tensors = readTensorTable(reader, tensorCount, alignment, fileLength);
  return {
    version,
    alignment,
    metadata,
    tensors,
    dataOffset: alignUp(reader.offset(), alignment),
    byteLength: fileLength,
  };
}

function versionName(version: number): string {
  return version === 0x02000000 || version === 0x03000000
    ? `${version} (a big-endian file)`
    : String(version);
}

function readCount(reader: GgufReader, field: string, limit: number, minBytes: number): number {
  const start = reader.offset();
  const count = reader.u64(field);
  if (count > limit) throw formatError(field, String(count), `at most ${limit}`, start);
  if (count * minBytes > reader.remaining()) {
    throw formatError(
      field,
      String(count),
      `no more than the ${reader.remaining()} bytes after it can hold`,
      start,
    );
  }
  return count;
}

function readMetadata(reader: GgufReader, count: number): Map<string, GgufValue> {
  const metadata = new Map<string, GgufValue>();
  for (let index = 0; index < count; index++) {
    const start = reader.offset();
    const key = reader.text(`metadata key ${index}`, MAX_KEY_BYTES);
    if (key === "") throw formatError(`metadata key ${index}`, '""', "a name", start);
    if (metadata.has(key)) throw formatError(`metadata key ${index}`, quote(key), "each key once", start);
    const field = `metadata ${quote(key)}`;
    const type = readValueType(reader, `${field} type`);
    const valueStart = reader.offset();
    const value = readValue(reader, type, field);
    if (key === "general.alignment" && (type !== "u32" || !isAlignment(value))) {
      throw formatError(
        "general.alignment",
        `${String(value)} (${type})`,
        `a u32 power of two from ${MIN_ALIGNMENT} to ${MAX_ALIGNMENT}`,
        valueStart,
      );
    }
    metadata.set(key, value);
  }
  return metadata;
}

function isAlignment(value: GgufValue): boolean {
  return (
    typeof value === "number" &&
    value >= MIN_ALIGNMENT &&
    value <= MAX_ALIGNMENT &&
    Number.isInteger(Math.log2(value))
  );
}
