// The table of tensors in a GGUF header: names, types, shapes and where each one's bytes lie. The tensors must cover the data
// section exactly: in order of offset each begins where the one before ends, padded to the alignment.
import { ModelFormatError } from "../errors";
import { formatError, type GgufReader, quote } from "./gguf-reader";
import { TENSOR_TYPES, type TensorType, tensorByteLength } from "./tensor-types";

export interface TensorInfo {
  readonly name: string;
  readonly type: TensorType;
  readonly dims: readonly number[]; // contiguous dimension first: [columns, rows]
  readonly offset: number; // in the file
  readonly byteLength: number;
}

const MAX_NAME_BYTES = 64; // ggml's own limit
const MAX_DIMS = 4; // ggml's own limit
/** 2^40 weights are over a hundred times what any browser can hold, and their bytes still fit a number. */
const MAX_ELEMENTS = 2 ** 40;

const TYPE_BY_ID = new Map<number, TensorType>(
  Object.entries(TENSOR_TYPES).map(([type, { id }]) => [id, type as TensorType]),
);
const RUNNABLE = Object.keys(TENSOR_TYPES).join(", ");
/** Types that exist but do not run here, so that the message can name them. */
const OTHER_TYPES: Readonly<Record<number, string>> = {
  9: "q8_1",
  10: "q2_k",
  11: "q3_k",
  15: "q8_k",
  16: "iq2_xxs",
  17: "iq2_xs",
  18: "iq3_xxs",
  19: "iq1_s",
  20: "iq4_nl",
  21: "iq3_s",
  22: "iq2_s",
  23: "iq4_xs",
  28: "f64",
  29: "iq1_m",
  39: "mxfp4",
};

export function alignUp(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/** Reads the table, with the cursor at its start; afterwards the header is over. */
export function readTensorTable(
  reader: GgufReader,
  count: number,
  alignment: number,
  fileLength: number,
): ReadonlyMap<string, TensorInfo> {
  const relative = new Map<string, TensorInfo>();
  for (let index = 0; index < count; index++) {
    const start = reader.offset();
    const tensor = readTensorInfo(reader, index, alignment, fileLength);
    if (relative.has(tensor.name)) {
      throw formatError(`tensor name ${index}`, quote(tensor.name), "each name once", start);
    }
    relative.set(tensor.name, tensor);
  }
  const dataOffset = alignUp(reader.offset(), alignment);
  const tensors = new Map<string, TensorInfo>();
  for (const [name, tensor] of relative) tensors.set(name, { ...tensor, offset: dataOffset + tensor.offset });
  checkLayout([...tensors.values()], dataOffset, alignment, fileLength);
  return tensors;
}

function readTensorInfo(
  reader: GgufReader,
  index: number,
  alignment: number,
  fileLength: number,
): TensorInfo {
  const nameStart = reader.offset();
  const name = reader.text(`tensor name ${index}`, MAX_NAME_BYTES);
  if (name === "") throw formatError(`tensor name ${index}`, '""', "a name", nameStart);
  const field = `tensor ${quote(name)}`;
  const dims = readDims(reader, field);
  const typeStart = reader.offset();
  const type = readTensorType(reader, field);
  const { blockSize } = TENSOR_TYPES[type];
  const columns = dims[0] as number;
  if (columns % blockSize !== 0) {
    throw formatError(
      `${field} columns`,
      String(columns),
      `a multiple of ${blockSize}, a block of ${type}`,
      typeStart,
    );
  }
  const elements = dims.reduce((product, dim) => product * dim, 1);
  const byteLength = tensorByteLength(type, elements);
  const offsetStart = reader.offset();
  const offset = reader.u64(`${field} offset`);
  if (offset % alignment !== 0) {
    throw formatError(`${field} offset`, String(offset), `a multiple of ${alignment}`, offsetStart);
  }
  if (byteLength > fileLength || offset > fileLength - byteLength) {
    throw formatError(
      `${field} extent`,
      `${byteLength} bytes at ${offset}`,
      `to lie within the file's ${fileLength} bytes; it is cut short or damaged`,
      offsetStart,
    );
  }
  return { name, type, dims, offset, byteLength };
}

function readDims(reader: GgufReader, field: string): number[] {
  const start = reader.offset();
  const count = reader.u32(`${field} dimension count`);
  if (count < 1 || count > MAX_DIMS) {
    throw formatError(`${field} dimension count`, String(count), `1 to ${MAX_DIMS}`, start);
  }
  const dims: number[] = [];
  let elements = 1;
  for (let axis = 0; axis < count; axis++) {
    const dimStart = reader.offset();
    const dim = reader.u64(`${field} dimension ${axis}`);
    elements *= dim; // at most 2^40 · 2^53: still ordered right as a double
    if (dim < 1 || elements > MAX_ELEMENTS) {
      throw formatError(
        `${field} dimension ${axis}`,
        String(dim),
        "at least 1, and at most 2^40 weights in all",
        dimStart,
      );
    }
    dims.push(dim);
  }
  return dims;
}

function readTensorType(reader: GgufReader, field: string): TensorType {
  const start = reader.offset();
  const id = reader.u32(`${field} type`);
  const type = TYPE_BY_ID.get(id);
  if (type === undefined) {
    const name = OTHER_TYPES[id];
    throw formatError(
      `${field} type`,
      name === undefined ? String(id) : `${id} (${name})`,
      `one of ${RUNNABLE}`,
      start,
    );
  }
  return type;
}

function checkLayout(tensors: TensorInfo[], dataOffset: number, alignment: number, fileLength: number): void {
  let expected = dataOffset;
  let before = "the header";
  for (const tensor of tensors.sort((a, b) => a.offset - b.offset)) {
    if (tensor.offset !== expected) {
      const fault = tensor.offset < expected ? "overlaps" : "leaves a gap after";
      throw new ModelFormatError(
        `This GGUF file has tensor ${quote(tensor.name)} at byte ${tensor.offset}, which ${fault} ${before}; expected byte ${expected}.`,
      );
    }
    const end = tensor.offset + tensor.byteLength;
    if (end > fileLength) {
      throw new ModelFormatError(
        `This GGUF file ends at byte ${fileLength}, and tensor ${quote(tensor.name)} needs bytes ${tensor.offset} to ${end}. The file is cut short.`,
      );
    }
    before = `tensor ${quote(tensor.name)}`;
    expected = alignUp(end, alignment);
  }
  if (fileLength > expected) {
    throw new ModelFormatError(
      `This GGUF file has ${fileLength} bytes and its last tensor ends at byte ${expected}; expected nothing after it.`,
    );
  }
}
