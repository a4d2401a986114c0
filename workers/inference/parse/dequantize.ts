// Blocks of every tensor type → f32, one weight after another: the definition that shaders and tests are held to.
// Layouts and formulas: ggml's, as in workers/MODEL.md. Each product is rounded to f32 as the C code rounds it.
import { invariant } from "../errors";
import { TENSOR_TYPES, type TensorType, tensorByteLength } from "./tensor-types";

/** The `count` weights held in `bytes`. */
export function dequantize(type: TensorType, bytes: Uint8Array, count: number): Float32Array<ArrayBuffer> {
  const { blockSize, blockBytes } = TENSOR_TYPES[type];
  invariant(
    count % blockSize === 0 && bytes.byteLength === tensorByteLength(type, count),
    () => `${bytes.byteLength} bytes are not ${count} weights of ${type}`,
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = new Float32Array(count);
  const unpack = UNPACK[type];
  for (let index = 0, at = 0; index < count; index += blockSize, at += blockBytes)
    unpack(view, at, weights, index);
  return weights;
}

/** IEEE half → double, exactly. */
export function unpackF16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const bits = new Uint32Array(1);
const asFloat = new Float32Array(bits.buffer);

/** bfloat16, the upper half of an f32 → f32. */
export function unpackBf16(half: number): number {
  bits[0] = half << 16;
  return asFloat[0] as number;
}

/** Reads the block at byte `at` into `out` from `index` on. */
type Unpack = (view: DataView, at: number, out: Float32Array, index: number) => void;

const half = (view: DataView, at: number): number => unpackF16(view.getUint16(at, true));
const f32 = Math.fround;

/** 32 weights of 4 bits: the low nibbles are the first 16, the high ones the rest. `fifth` holds a fifth bit for each. */
function unpackNibbles(
  view: DataView,
  at: number,
  fifth: number,
  out: Float32Array,
  index: number,
  value: (q: number) => number,
): void {
  for (let j = 0; j < 16; j++) {
    const byte = view.getUint8(at + j);
    out[index + j] = value((byte & 15) | (((fifth >>> j) & 1) << 4));
    out[index + j + 16] = value((byte >> 4) | (((fifth >>> (j + 16)) & 1) << 4));
  }
}

/** The 6-bit scale and minimum of sub-block `j` of a Q4_K or Q5_K block, whose 12 bytes of them begin at `at`. */
function unpackScale(view: DataView, at: number, j: number): { scale: number; min: number } {
  const byte = (offset: number) => view.getUint8(at + offset);
  if (j < 4) return { scale: byte(j) & 63, min: byte(j + 4) & 63 };
  return {
    scale: (byte(j + 4) & 15) | ((byte(j - 4) >> 6) << 4),
    min: (byte(j + 4) >> 4) | ((byte(j) >> 6) << 4),
  };
}

/** Q4_K (no `highAt`) and Q5_K: eight sub-blocks of 32 weights; pairs of them share 32 bytes. */
function unpackKBlock(
  view: DataView,
  at: number,
  highAt: number | null,
  lowAt: number,
  out: Float32Array,
  index: number,
): void {
  for (let j = 0; j < 8; j++) {
    const { scale, min } = unpackScale(view, at + 4, j);
    const d = f32(half(view, at) * scale);
    const m = f32(half(view, at + 2) * min);
    for (let l = 0; l < 32; l++) {
      const byte = view.getUint8(lowAt + 32 * (j >> 1) + l);
      const high = highAt === null ? 0 : (view.getUint8(highAt + l) >> j) & 1;
      const q = (j & 1 ? byte >> 4 : byte & 15) + 16 * high;
      out[index + 32 * j + l] = f32(d * q) - m;
    }
  }
}

/** Q6_K: two halves of 128 weights; 64 bytes of low nibbles and 32 of upper bit pairs each. */
function unpackQ6K(view: DataView, at: number, out: Float32Array, index: number): void {
  const d = half(view, at + 208);
  for (let n = 0; n < 2; n++) {
    for (let l = 0; l < 32; l++) {
      const high = view.getUint8(at + 128 + 32 * n + l);
      for (let quarter = 0; quarter < 4; quarter++) {
        const byte = view.getUint8(at + 64 * n + 32 * (quarter & 1) + l);
        const low = quarter < 2 ? byte & 15 : byte >> 4;
        const q = (low | (((high >> (2 * quarter)) & 3) << 4)) - 32;
        const scale = view.getInt8(at + 192 + 8 * n + 2 * quarter + (l >> 4));
        out[index + 128 * n + 32 * quarter + l] = f32(d * scale) * q;
      }
    }
  }
}

const UNPACK: Readonly<Record<TensorType, Unpack>> = {
  f32: (view, at, out, index) => {
    out[index] = view.getFloat32(at, true);
  },
  f16: (view, at, out, index) => {
    out[index] = half(view, at);
  },
  bf16: (view, at, out, index) => {
    out[index] = unpackBf16(view.getUint16(at, true));
  },
  q4_0: (view, at, out, index) => {
    const d = half(view, at);
    unpackNibbles(view, at + 2, 0, out, index, (q) => d * (q - 8));
  },
  q4_1: (view, at, out, index) => {
    const d = half(view, at);
    const m = half(view, at + 2);
    unpackNibbles(view, at + 4, 0, out, index, (q) => f32(d * q) + m);
  },
  q5_0: (view, at, out, index) => {
    const d = half(view, at);
    unpackNibbles(view, at + 6, view.getUint32(at + 2, true), out, index, (q) => d * (q - 16));
  },
  q5_1: (view, at, out, index) => {
    const d = half(view, at);
    const m = half(view, at + 2);
    unpackNibbles(view, at + 8, view.getUint32(at + 4, true), out, index, (q) => f32(d * q) + m);
  },
  q8_0: (view, at, out, index) => {
    const d = half(view, at);
    for (let j = 0; j < 32; j++) out[index + j] = d * view.getInt8(at + 2 + j);
  },
  q4_k: (view, at, out, index) => unpackKBlock(view, at, null, at + 16, out, index),
  q5_k: (view, at, out, index) => unpackKBlock(view, at, at + 16, at + 48, out, index),
  q6_k: unpackQ6K,
};
