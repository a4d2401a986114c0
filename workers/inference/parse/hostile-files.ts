// For tests: files that must be refused, those of llama.cpp's own test-gguf, by group, and what its CVEs and other parsers let
// through; each with what the refusal says.
import { type ByteWriter, createByteWriter } from "./build-gguf";

const HUGE = 2n ** 64n - 1n;

export interface RawFile {
  magic?: string;
  version?: number;
  tensorCount?: number | bigint;
  metadataCount?: number | bigint;
  metadata?: (writer: ByteWriter) => void;
  tensors?: (writer: ByteWriter) => void;
  data?: number;
}

export function rawFile(file: RawFile): Uint8Array {
  const writer = createByteWriter();
  writer.bytes(new TextEncoder().encode(file.magic ?? "GGUF"));
  writer.number("u32", file.version ?? 3);
  writer.number("u64", file.tensorCount ?? (file.tensors ? 1 : 0));
  writer.number("u64", file.metadataCount ?? (file.metadata ? 1 : 0));
  file.metadata?.(writer);
  file.tensors?.(writer);
  writer.pad(32);
  writer.bytes(new Uint8Array(file.data ?? 256));
  return writer.finish();
}

interface RawTensor {
  name?: string;
  dimCount?: number;
  dims?: readonly (number | bigint)[];
  type?: number;
  offset?: number | bigint;
}

/** By default a valid vector of 64 f32, the 256 bytes that rawFile writes. */
export function tensor({ name = "t", dims = [64], dimCount = dims.length, type = 0, offset = 0 }: RawTensor) {
  return (writer: ByteWriter): void => {
    writer.text(name);
    writer.number("u32", dimCount);
    for (const dim of dims) writer.number("u64", dim);
    writer.number("u32", type);
    writer.number("u64", offset);
  };
}

export function tensors(...list: RawTensor[]): RawFile {
  return {
    tensorCount: list.length,
    tensors: (writer) => {
      for (const one of list) tensor(one)(writer);
    },
  };
}

export function value(key: string, type: number, write: (writer: ByteWriter) => void = () => {}): RawFile {
  return {
    metadata: (writer) => {
      writer.text(key);
      writer.number("u32", type);
      write(writer);
    },
  };
}

export const u32 = (number: number) => (writer: ByteWriter) => writer.number("u32", number);
const array = (type: number, count: number | bigint) => (writer: ByteWriter) => {
  writer.number("u32", type);
  writer.number("u64", count);
};
export const alignment = (number: number) => value("general.alignment", 4, u32(number));

export const HOSTILE: Record<string, [RawFile, RegExp]> = {
  "header: bad magic": [{ magic: "GGML" }, /magic number = 0x4c4d4747 at byte 0; expected "GGUF"/],
  "header: version 0": [{ version: 0 }, /version = 0 at byte 4; expected 2 or 3/],
  "header: version 1": [{ version: 1 }, /version = 1 /],
  "header: future version": [{ version: 4 }, /version = 4 /],
  "header: big-endian": [{ version: 0x03000000 }, /big-endian/],
  "header: 2^64 - 1 tensors": [{ tensorCount: HUGE }, /tensor count = 18446744073709551615 at byte 8/],
  "header: more tensors than the limit": [
    { tensorCount: 4097 },
    /tensor count = 4097 at byte 8; expected at most 4096/,
  ],
  "header: more tensors than bytes": [
    { tensorCount: 4096 },
    /tensor count = 4096 .* no more than the \d+ bytes/,
  ],
  "header: 2^64 - 1 keys": [{ metadataCount: HUGE }, /metadata count = 18446744073709551615 at byte 16/],
  "header: more keys than bytes": [{ metadataCount: 1000 }, /metadata count = 1000 /],
  "metadata: key of 2^64 - 1 bytes": [
    { metadata: (w) => w.number("u64", HUGE) },
    /metadata key 0 = 18446744073709551615/,
  ],
  "metadata: key too long": [value("k".repeat(257), 4, u32(1)), /metadata key 0 = 257 bytes/],
  "metadata: empty key": [value("", 4, u32(1)), /metadata key 0 = "" at byte 24; expected a name/],
  "metadata: duplicate key": [
    {
      metadataCount: 2,
      metadata: (w) => {
        for (const n of [1, 2]) value("same", 4, u32(n)).metadata?.(w);
      },
    },
    /metadata key 1 = "same" at byte \d+; expected each key once/,
  ],
  "metadata: unknown value type": [
    value("k", 13),
    /metadata "k" type = 13 at byte 33; expected a value type from 0 to 12/,
  ],
  "metadata: alignment 13": [alignment(13), /general.alignment = 13 \(u32\)/],
  "metadata: alignment 0": [alignment(0), /general.alignment = 0 /],
  "metadata: alignment 2^31": [alignment(2 ** 31), /general.alignment = 2147483648/],
  "metadata: alignment of another type": [
    value("general.alignment", 10, (w) => w.number("u64", 32)),
    /general.alignment = 32 \(u64\)/,
  ],
  "metadata: boolean of 2": [value("k", 7, (w) => w.number("u8", 2)), /= 2 .* a boolean/],
  "metadata: string beyond the file": [
    value("k", 8, (w) => w.number("u64", 100_000)),
    /inside metadata "k".*cut short/,
  ],
  "metadata: string beyond the limit": [
    value("k", 8, (w) => w.number("u64", 2 ** 21)),
    /at most 1048576 bytes/,
  ],
  "metadata: key that is no UTF-8": [
    {
      metadata: (w) => {
        w.number("u64", 2);
        w.bytes(new Uint8Array([0xc3, 0x28]));
        w.bytes(new Uint8Array(8));
      },
    },
    /metadata key 0 = bytes that are no UTF-8/,
  ],
  "metadata: array of 2^63 elements": [
    value("k", 9, array(8, 2n ** 63n)),
    /metadata "k" length = 9223372036854775808/,
  ],
  "metadata: array beyond the limit": [value("k", 9, array(0, 2_000_001)), /at most 2000000 elements/],
  "metadata: array beyond the file": [
    value("k", 9, array(8, 1_000_000)),
    /of 1000000 elements .* cut short or damaged/,
  ],
  "metadata: array of arrays": [value("k", 9, array(9, 1)), /an array of arrays/],
  "metadata: array of an unknown type": [value("k", 9, array(99, 1)), /element type = 99/],
  "metadata: integer above 2^53": [value("k", 10, (w) => w.number("u64", 2n ** 53n)), /= 9007199254740992 /],
  "tensor: name too long": [{ tensors: tensor({ name: "n".repeat(65) }) }, /tensor name 0 = 65 bytes/],
  "tensor: empty name": [{ tensors: tensor({ name: "" }) }, /tensor name 0 = "" /],
  "tensor: duplicate name": [
    { ...tensors({}, { offset: 256 }), data: 512 },
    /tensor name 1 = "t" .*each name once/,
  ],
  "tensor: 0 dimensions": [{ tensors: tensor({ dims: [] }) }, /dimension count = 0 .* 1 to 4/],
  "tensor: 5 dimensions": [{ tensors: tensor({ dims: [1, 1, 1, 1, 1] }) }, /dimension count = 5 /],
  "tensor: zero dimension": [{ tensors: tensor({ dims: [64, 0] }) }, /dimension 1 = 0 /],
  "tensor: dimension of 2^64 - 1": [
    { tensors: tensor({ dims: [HUGE] }) },
    /dimension 0 = 18446744073709551615/,
  ],
  "tensor: product overflows": [
    { tensors: tensor({ dims: [2 ** 42 + 32, 2 ** 22] }) },
    /dimension 0 = 4398046511136 .* at most 2\^40 weights/,
  ],
  "tensor: product overflows in the second": [
    { tensors: tensor({ dims: [2 ** 30, 2 ** 30] }) },
    /dimension 1 = 1073741824/,
  ],
  "tensor: more bytes than the file": [
    { tensors: tensor({ dims: [2 ** 39] }) },
    /extent = 2199023255552 bytes at 0/,
  ],
  "tensor: unknown type": [{ tensors: tensor({ type: 9999 }) }, /type = 9999 .*one of f32, f16/],
  "tensor: type that does not run": [{ tensors: tensor({ type: 11 }) }, /type = 11 \(q3_k\)/],
  "tensor: part of a block": [{ tensors: tensor({ type: 2, dims: [48] }) }, /columns = 48 .* multiple of 32/],
  "tensor: offset 2^63": [{ tensors: tensor({ offset: 2n ** 63n }) }, /offset = 9223372036854775808/],
  "tensor: offset not aligned": [{ tensors: tensor({ offset: 16 }) }, /offset = 16 .* multiple of 32/],
  "tensor: offset past the end": [{ tensors: tensor({ offset: 4096 }) }, /extent = 256 bytes at 4096/],
  "tensor: first not at the start": [{ tensors: tensor({ offset: 32 }), data: 288 }, /gap after the header/],
  "tensor: overlap": [
    { ...tensors({ name: "a" }, { name: "b", offset: 128 }), data: 384 },
    /"b" .* overlaps tensor "a"; expected byte/,
  ],
  "tensor: gap": [
    { ...tensors({ name: "a" }, { name: "b", offset: 320 }), data: 640 },
    /gap after tensor "a"/,
  ],
  "tensor: padded for another alignment": [
    { ...tensors({ name: "a", dims: [1] }, { name: "b", dims: [1], offset: 64 }), data: 96 },
    /gap after tensor "a"/,
  ],
  "tensor: alignment 13": [{ ...alignment(13), tensors: tensor({}) }, /general.alignment = 13 /],
  "data: alignment 13": [
    { ...alignment(13), ...tensors({ name: "a" }, { name: "b", offset: 256 }), data: 512 },
    /general.alignment = 13 /,
  ],
  "data: cut short": [
    { tensors: tensor({}), data: 255 },
    /ends at byte \d+, and tensor "t" needs .* cut short/,
  ],
  "data: none": [{ tensors: tensor({}), data: 0 }, /extent = 256 bytes|cut short/],
  "data: sum of sizes overflows": [
    tensors({ name: "a", dims: [2n ** 61n - 16n] }, { name: "b", dims: [2n ** 61n - 16n] }),
    /dimension 0 = 2305843009213693936/,
  ],
  "data: more than the tensors": [{ tensors: tensor({}), data: 257 }, /expected nothing after it/],
  "data: another alignment than stated": [
    { ...alignment(64), ...tensors({ name: "a", dims: [1] }, { name: "b", dims: [1], offset: 32 }) },
    /offset = 32 .* multiple of 64/,
  ],
};
