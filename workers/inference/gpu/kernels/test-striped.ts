// Striped order for kernel tests (shaders/lib/striped.wgsl), written from its description.
const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

/** Where element k of a striped vector of `size` lies. */
function stripedIndex(k: number, size: number): number {
  const stride = Math.ceil(size / 64) * 2;
  const [pair, within] = [Math.floor(k / 64), k % 64]; // two units: 0..15 and 32..47, 16..31 and 48..63
  const unit = pair * 2 + (Math.floor(within / 16) % 2);
  const vector = Math.floor(within / 32) * 4 + Math.floor((within % 16) / 4);
  return (vector * stride + unit) * 4 + (k % 4);
}

export const stripedLength = (size: number): number => Math.ceil(size / 64) * 64;

export function stripe(values: ArrayLike<number>): Float32Array {
  const striped = new Float32Array(stripedLength(values.length));
  for (let k = 0; k < values.length; k++) striped[stripedIndex(k, values.length)] = at(values, k);
  return striped;
}

export const unstripe = (striped: ArrayLike<number>, size: number): number[] =>
  Array.from({ length: size }, (_, k) => at(striped, stripedIndex(k, size)));
