// Random quantised blocks for kernel tests: every bit pattern may occur, save scales that are not finite.
import { TENSOR_TYPES, type TensorType } from "../../parse/tensor-types";
import { createRandom } from "./run-kernel";

/** Offsets of the f16 scales in a block. */
const SCALES: Readonly<Record<TensorType, readonly number[]>> = {
  f32: [],
  f16: [],
  bf16: [],
  q4_0: [0],
  q4_1: [0, 2],
  q5_0: [0],
  q5_1: [0, 2],
  q8_0: [0],
  q4_k: [0, 2],
  q5_k: [0, 2],
  q6_k: [208],
};

/** An f16 of about ±1/64 to ±1/4: any sign and fraction. */
const randomScale = (random: () => number): number =>
  (random() < 0.5 ? 0x8000 : 0) | ((9 + Math.floor(random() * 4)) << 10) | Math.floor(random() * 1024);

/** Bytes of `count` random weights. */
export function randomBlocks(type: TensorType, count: number, seed: number): Uint8Array<ArrayBuffer> {
  const { blockSize, blockBytes } = TENSOR_TYPES[type];
  const random = createRandom(seed);
  const bytes = new Uint8Array((count / blockSize) * blockBytes);
  const view = new DataView(bytes.buffer);
  for (let block = 0; block < count / blockSize; block++) {
    const at = block * blockBytes;
    if (type === "f32") view.setFloat32(at, random() * 2 - 1, true);
    else if (type === "f16") view.setUint16(at, randomScale(random), true);
    else if (type === "bf16")
      view.setUint16(at, (random() < 0.5 ? 0x8000 : 0) | (0x3c00 + Math.floor(random() * 0x380)), true);
    else {
      for (let i = 0; i < blockBytes; i++) bytes[at + i] = Math.floor(random() * 256);
      for (const offset of SCALES[type]) view.setUint16(at + offset, randomScale(random), true);
    }
  }
  return bytes;
}
