// f16 on the CPU: packed in pairs as shaders read them, and their values.

const words = new Uint32Array(1);
const float = new Float32Array(words.buffer);

/** The f16 nearest to a value, ties to even; of values that f16 holds as normal numbers or 0. */
function toHalf(value: number): number {
  float[0] = value;
  const bits = words[0] as number;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude < 0x38800000) return sign; // below 2^-14
  const rounded = magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1);
  return sign | (rounded >>> 13);
}

function fromHalf(bits: number): number {
  const exponent = (bits >>> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  const magnitude = exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -magnitude : magnitude;
}

/** Values in f16, two a word. */
export const halfBits = (values: Float32Array): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(
    { length: values.length / 2 },
    (_, i) => (toHalf(values[2 * i] as number) | (toHalf(values[2 * i + 1] as number) << 16)) >>> 0,
  );

export const halfValues = (pairs: Uint32Array): Float32Array =>
  Float32Array.from({ length: pairs.length * 2 }, (_, i) =>
    fromHalf(((pairs[i >> 1] as number) >>> (i & 1 ? 16 : 0)) & 0xffff),
  );

/** The bits of floats that hold something else. */
export const wordsOf = ({ buffer, byteOffset, length }: Float32Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length);
