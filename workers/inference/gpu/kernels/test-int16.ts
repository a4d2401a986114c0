// Vectors in int16 for kernel tests (shaders/lib/int16-rows.wgsl), written from their description.
import { int16Words } from "./int16-kernels";

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

const LEVELS = 127 * 256 + 127;

export interface Int16Vector {
  readonly words: Uint32Array; // as the kernels take it
  readonly values: Float64Array; // what it stands for
}

/** x in int16, with the squares of `squared` where a norm is to be folded in. */
export function toInt16(x: ArrayLike<number>, squared?: ArrayLike<number>): Int16Vector {
  const size = x.length;
  const words = new Uint32Array(int16Words(size));
  const floats = new Float32Array(words.buffer);
  const bytes = new Int8Array(words.buffer);
  const values = new Float64Array(size);
  for (let group = 0; group < size / 8; group++) {
    const eight = Array.from({ length: 8 }, (_, i) => at(x, group * 8 + i));
    const scale = Math.fround(Math.max(...eight.map(Math.abs)) / LEVELS);
    const quants = eight.map((value) => (scale === 0 ? 0 : Math.round(value / scale)));
    quants.forEach((quant, i) => {
      const high = (quant + 128) >> 8;
      bytes[group * 8 + i] = high;
      bytes[size + group * 8 + i] = quant - high * 256;
      values[group * 8 + i] = quant * scale;
    });
    floats[size / 2 + group * 2] = scale;
    floats[size / 2 + group * 2 + 1] = scale * quants.reduce((sum, quant) => sum + quant, 0);
    if (squared)
      floats[(size / 4) * 3 + group] = eight.reduce((sum, _, i) => sum + at(squared, group * 8 + i) ** 2, 0);
  }
  return { words, values };
}

/** The values of a vector in int16, from its bytes and scales. */
export function fromInt16(words: Float32Array, size: number): Float64Array {
  const high = new Int8Array(words.buffer, words.byteOffset, size);
  const low = new Int8Array(words.buffer, words.byteOffset + size, size);
  const scaleOf = (i: number) => at(words, size / 2 + Math.floor(i / 8) * 2);
  return Float64Array.from(high, (byte, i) => (byte * 256 + at(low, i)) * scaleOf(i));
}

/** The sums that go with each scale, and what they should be. */
export function sumsOf(words: Float32Array, size: number): { found: number[]; expected: number[] } {
  const values = fromInt16(words, size);
  const groups = Array.from({ length: size / 8 }, (_, group) => group);
  return {
    found: groups.map((group) => at(words, size / 2 + group * 2 + 1)),
    expected: groups.map((group) =>
      values.subarray(group * 8, group * 8 + 8).reduce((sum, value) => sum + value, 0),
    ),
  };
}
