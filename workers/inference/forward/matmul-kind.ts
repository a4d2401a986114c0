// Which kernel multiplies matrices with a chunk of tokens, and what each needs of a device.
import type { Gpu } from "../gpu/device";
import type { OperandFormat } from "../gpu/kernels/layer-kernels";
import { matmulSubgroupMatrix, TILES, type Tile, tileBytes } from "../gpu/kernels/subgroup-matrix";
import { matmulTiled, PLAIN_TILES, type PlainTile } from "../gpu/kernels/tiled";

/**
 * rows: no workgroup memory, for CPU adapters. tiled: f32. subgroup-matrix: f16 operands on matrix units, f32 sums.
 */
export type MatmulKind = "rows" | "tiled" | "subgroup-matrix";

export type TiledKind = Exclude<MatmulKind, "rows">;

/** What a kind takes x in: its maker rounds to f16 where matrix units multiply. */
export const operandFormat = (kind: MatmulKind): OperandFormat =>
  kind === "subgroup-matrix" ? "f16" : "f32";

/** Up to this products cost little more than reading the weights. */
export const SHORT_CHUNK_TOKENS = TILES.small.tokens;

/** Lengths of chunks that have a plan of their own beside the longest: its tiles and slices suit them. */
const SHORT_PLANS: Readonly<Record<MatmulKind, readonly number[]>> = {
  rows: [],
  tiled: [
    PLAIN_TILES.thin.tokens,
    2 * PLAIN_TILES.thin.tokens,
    PLAIN_TILES.even.tokens,
    PLAIN_TILES.wide.tokens,
  ],
  "subgroup-matrix": [TILES.shortest.tokens, TILES.short.tokens, TILES.small.tokens],
};

/** The most tokens that each plan of a model is for, the longest chunk's last. */
export const listPlanLengths = (kind: MatmulKind, maxTokens: number): readonly number[] => [
  ...SHORT_PLANS[kind].filter((tokens) => tokens < maxTokens),
  maxTokens,
];

/** The tile of products on matrix units that suits a chunk of at most so many tokens and a workgroup's memory. */
export function chooseTile(rows: number, maxTokens: number, workgroupBytes: number): Tile {
  if (maxTokens <= TILES.shortest.tokens) return "shortest";
  if (maxTokens <= TILES.short.tokens) return "short";
  const isLarge = maxTokens > TILES.small.tokens && rows >= FEW_ROWS;
  return isLarge && tileBytes(TILES.large) <= workgroupBytes ? "large" : "small";
}

/** The tile of products in f32 that suits a chunk of at most so many tokens. */
export function choosePlainTile(maxTokens: number): PlainTile {
  if (maxTokens <= 2 * PLAIN_TILES.thin.tokens) return "thin";
  return maxTokens <= PLAIN_TILES.even.tokens ? "even" : "wide";
}

/** Below it large tiles waste too much past the last row. */
const FEW_ROWS = 512;

/** A kind's kernels for matrices of many rows and long chunks. */
export function tiledKernels(kind: TiledKind, workgroupBytes: number) {
  if (kind === "tiled") return matmulTiled[choosePlainTile(Infinity)];
  return matmulSubgroupMatrix[chooseTile(Infinity, Infinity, workgroupBytes)];
}

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
    device.limits.maxComputeWorkgroupStorageSize >= tileBytes(TILES.small) &&
    [...(subgroupMatrixConfigs ?? [])].some(
      ({ componentType, resultComponentType, M, N, K }) =>
        componentType === "f16" && resultComponentType === "f32" && M === 16 && N === 16 && K === 16,
    )
  );
}

/** The kernels that can run on a device, the likely fastest first. */
export function findMatmulKinds(gpu: Gpu): MatmulKind[] {
  if (gpu.isCpu) return ["rows"];
  return hasSubgroupMatrix(gpu) ? ["subgroup-matrix", "tiled"] : ["tiled"];
}
