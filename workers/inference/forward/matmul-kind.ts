// Which kernel multiplies matrices with a chunk of tokens, and what each needs of a device.
import type { Gpu } from "../gpu/device";
import { matmulHalf, matmulSubgroupMatrix, matmulTiled } from "../gpu/kernels/chunk-kernels";

/**
 * rows: no workgroup memory, for CPU adapters. tiled: f32. half: operands rounded to f16, f32 arithmetic.
 * subgroup-matrix: f16 operands on matrix units, f32 sums.
 */
export type MatmulKind = "rows" | "tiled" | "half" | "subgroup-matrix";

export type TiledKind = Exclude<MatmulKind, "rows">;

export const TILED_KERNELS = {
  tiled: matmulTiled,
  half: matmulHalf,
  "subgroup-matrix": matmulSubgroupMatrix,
} as const satisfies Record<TiledKind, unknown>;

/** Bytes of workgroup memory of matmul-subgroup-matrix.wgsl: 192 rows of 40 f16 and four matrices of 16 x 16 f32. */
const SUBGROUP_MATRIX_BYTES = 192 * 40 * 2 + 4 * 16 * 16 * 4;

interface SubgroupMatrixConfig {
  readonly componentType: string;
  readonly resultComponentType: string;
  readonly M: number;
  readonly N: number;
  readonly K: number;
}

function hasSubgroupMatrix({ features, info, device }: Gpu): boolean {
  const { subgroupMatrixConfigs, subgroupMaxSize } = info as GPUAdapterInfo & {
    readonly subgroupMatrixConfigs?: Iterable<SubgroupMatrixConfig>;
  };
  return (
    features.has("chromium-experimental-subgroup-matrix") &&
    features.has("shader-f16") &&
    subgroupMaxSize === 32 &&
    device.limits.maxComputeWorkgroupStorageSize >= SUBGROUP_MATRIX_BYTES &&
    [...(subgroupMatrixConfigs ?? [])].some(
      ({ componentType, resultComponentType, M, N, K }) =>
        componentType === "f16" && resultComponentType === "f32" && M === 16 && N === 16 && K === 16,
    )
  );
}

/** The kernels that can run on a device, the likely fastest first. */
export function findMatmulKinds(gpu: Gpu): MatmulKind[] {
  if (gpu.isCpu) return ["rows"];
  return hasSubgroupMatrix(gpu) ? ["subgroup-matrix", "tiled", "half"] : ["tiled", "half"];
}
