// Products of a chunk on matrix units: the kernels of shaders/matmul-subgroup-matrix.wgsl, one of each for every tensor type
// and tile.
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import cellF16 from "../../../../shaders/lib/cell-f16.wgsl?raw";
import enableSubgroupMatrix from "../../../../shaders/lib/enable-subgroup-matrix.wgsl?raw";
import gatedJoin from "../../../../shaders/lib/gated-join.wgsl?raw";
import gatedPair from "../../../../shaders/lib/gated-pair.wgsl?raw";
import gatedProduct from "../../../../shaders/lib/gated-product.wgsl?raw";
import half from "../../../../shaders/lib/half.wgsl?raw";
import halfUnit from "../../../../shaders/lib/half-unit.wgsl?raw";
import product from "../../../../shaders/lib/product.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import matmulShader from "../../../../shaders/matmul-subgroup-matrix.wgsl?raw";
import { TENSOR_TYPES, type TensorType } from "../../parse/tensor-types";
import type { KernelSource } from "../kernel";
import { productParams } from "./chunk-kernels";
import { FORMATS } from "./formats";
import {
  countSubgroups,
  entryCode,
  joinsSubgroups,
  PITCH,
  SIDE,
  type TileShape,
} from "./subgroup-matrix-entry";

/**
 * large: as many products for each load as 48 KB of workgroup memory allow. small: for fewer tiles than the GPU has room
 * for, or 32 KB. short and shortest: for a few tokens, where a product should cost no more than reading the weights; there
 * the loads of one stage take longer than all else a workgroup does meanwhile, so several are under way.
 */
export const TILES = {
  large: { rows: 128, tokens: 128, subgroupRows: 32, subgroupTokens: 64, ahead: 1 },
  small: { rows: 64, tokens: 64, subgroupRows: 32, subgroupTokens: 32, ahead: 1 },
  short: { rows: 64, tokens: 32, subgroupRows: 32, subgroupTokens: 16, ahead: 2 },
  shortest: { rows: 64, tokens: 16, subgroupRows: 16, subgroupTokens: 16, ahead: 4 },
} as const satisfies Record<string, TileShape>;

export type Tile = keyof typeof TILES;

/** Workgroup memory a tile takes: its operands, and one matrix of sums a subgroup. */
export const tileBytes = (shape: TileShape): number =>
  (shape.rows + shape.tokens) * PITCH * 2 + countSubgroups(shape) * SIDE * SIDE * 4;

function forEveryTile<Source extends KernelSource>(make: (type: TensorType, shape: TileShape) => Source) {
  const types = Object.keys(TENSOR_TYPES) as TensorType[];
  const ofTile = (shape: TileShape) =>
    Object.fromEntries(types.map((type) => [type, make(type, shape)])) as Record<TensorType, Source>;
  return {
    large: ofTile(TILES.large),
    small: ofTile(TILES.small),
    short: ofTile(TILES.short),
    shortest: ofTile(TILES.shortest),
  } as const;
}

const decoding = (type: TensorType) => half + halfUnit + FORMATS[type].halfCode;

/** y = w * x, in f32. */
export const makeProduct = (type: TensorType, shape: TileShape) =>
  ({
    name: "matmul_subgroup_matrix",
    code:
      enableSubgroupMatrix +
      step +
      FORMATS[type].code +
      decoding(type) +
      product +
      matmulShader +
      entryCode(shape, false),
    bindings: ["planes", "plane_words", "x", "y"],
    params: productParams,
  }) as const satisfies KernelSource;

/** y = silu(gate * x) * up * x, in f16. */
export const makeGatedProduct = (type: TensorType, shape: TileShape) =>
  ({
    name: "matmul_subgroup_matrix",
    code:
      enableSubgroupMatrix +
      step +
      FORMATS[type].pairCode +
      decoding(type) +
      activations +
      cellF16 +
      gatedProduct +
      (joinsSubgroups(shape) ? gatedJoin : gatedPair) +
      matmulShader +
      entryCode(shape, true),
    bindings: ["planes", "plane_words", "second_planes", "second_plane_words", "x", "y"],
    params: productParams,
  }) as const satisfies KernelSource;

export const matmulSubgroupMatrix = forEveryTile(makeProduct);
export const gatedSubgroupMatrix = forEveryTile(makeGatedProduct);
