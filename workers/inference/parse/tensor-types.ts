// The tensor types this engine runs: ids, block sizes (FACTS: GGUF container, block layouts).

export interface TensorTypeInfo {
  readonly id: number; // ggml_type in the file
  readonly blockSize: number; // weights in a block
  readonly blockBytes: number;
}

export const TENSOR_TYPES = {
  f32: { id: 0, blockSize: 1, blockBytes: 4 },
  f16: { id: 1, blockSize: 1, blockBytes: 2 },
  q4_0: { id: 2, blockSize: 32, blockBytes: 18 },
  q4_1: { id: 3, blockSize: 32, blockBytes: 20 },
  q5_0: { id: 6, blockSize: 32, blockBytes: 22 },
  q5_1: { id: 7, blockSize: 32, blockBytes: 24 },
  q8_0: { id: 8, blockSize: 32, blockBytes: 34 },
  q4_k: { id: 12, blockSize: 256, blockBytes: 144 },
  q5_k: { id: 13, blockSize: 256, blockBytes: 176 },
  q6_k: { id: 14, blockSize: 256, blockBytes: 210 },
  bf16: { id: 30, blockSize: 1, blockBytes: 2 },
} as const satisfies Record<string, TensorTypeInfo>;

export type TensorType = keyof typeof TENSOR_TYPES;

/** Bytes of `count` weights, which must be whole blocks. */
export function tensorByteLength(type: TensorType, count: number): number {
  const { blockSize, blockBytes } = TENSOR_TYPES[type];
  return (count / blockSize) * blockBytes;
}
