// Products of a chunk in f32: the kernels of shaders/matmul-tiled.wgsl, one of each for every tensor type and tile. The entry
// point is written here, as what an invocation fetches depends on the tile.
import addProducts from "../../../../shaders/lib/add-products.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import matmulShader from "../../../../shaders/matmul-tiled.wgsl?raw";
import { TENSOR_TYPES, type TensorType } from "../../parse/tensor-types";
import type { KernelSource } from "../kernel";
import { productParams } from "./chunk-kernels";
import { lines, range } from "./code-lines";
import { FORMATS } from "./formats";

/**
 * What a workgroup computes, in multiples of 64, or 16 or 32 tokens. At most 256 together, which fill WebGPU's 16 KB of
 * workgroup memory.
 */
export interface PlainShape {
  readonly rows: number;
  readonly tokens: number;
}

/**
 * wide: for long chunks. even and thin: for short ones, which would leave most of a wide tile idle. The others are for
 * measurements.
 */
export const PLAIN_TILES = {
  wide: { rows: 64, tokens: 128 },
  even: { rows: 64, tokens: 64 },
  thin: { rows: 64, tokens: 16 },
  tall: { rows: 128, tokens: 64 },
  square: { rows: 128, tokens: 128 },
} as const satisfies Record<string, PlainShape>;

export type PlainTile = keyof typeof PLAIN_TILES;

/** Tokens of an invocation, each with eight rows. */
const countTokens = ({ tokens }: PlainShape): number => Math.min(8, tokens / 8);

const countThreads = (shape: PlainShape): number => (shape.rows * shape.tokens) / 8 / countTokens(shape);

/** The sizes and the entry point for one tile. */
export function entryCode(shape: PlainShape): string {
  const threads = countThreads(shape);
  const rowParts = shape.rows / 64;
  return `
const TILE_ROWS = ${shape.rows}u;
const TILE_TOKENS = ${shape.tokens}u;

var<workgroup> w_tile: array<vec4<f32>, 4u * TILE_ROWS>;   // [4 cells of columns, rows], rotated
var<workgroup> x_tile: array<vec4<f32>, 4u * TILE_TOKENS>; // [4 cells of columns, tokens], rotated

@compute @workgroup_size(${threads})
fn matmul_tiled(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let row0 = group.x * TILE_ROWS;
  let token0 = group.y * TILE_TOKENS;
  let slice = group.z;
  let stages = slice_stages(slice);
  // What this invocation computes: its first row and token among eight, and where its 64 rows and tokens start.
  let row = local % 2u + local / 4u % 4u * 2u;
  let token = local / 2u % 2u + local / 16u % 2u * 2u + local / ${32 * rowParts}u % 2u * 4u;
  let row_part = local / 32u % ${rowParts}u * 64u;
  let token_part = local / ${64 * rowParts}u * 64u;
${lines(2, startOfFetches(shape, threads))}
${lines(
  2,
  range(countTokens(shape)).flatMap((i) => [
    `var low_${i} = vec4<f32>(0.0);`,
    `var high_${i} = vec4<f32>(0.0);`,
  ]),
)}
  // Before the first stage, and in each for the next.
${lines(2, fetches(shape, threads, "stages.x", "var "))}
  for (var stage = stages.x; stage < stages.y; stage++) {
${lines(4, decodes(shape, threads))}
    workgroupBarrier(); // the last stage's tiles are used up
${lines(4, stores(shape, threads))}
    workgroupBarrier();
${lines(4, fetches(shape, threads, "stage + 1u", ""))}
${lines(4, products(shape))}
  }
${lines(
  2,
  range(countTokens(shape)).map(
    (i) =>
      `write_rows(slice, token0 + token_part + token + ${8 * i}u, row0 + row_part + row, low_${i}, high_${i});`,
  ),
)}
}
`;
}

/** Eights of weights and vectors of x that an invocation fetches a stage. */
const countFetches = (
  { rows, tokens }: PlainShape,
  threads: number,
): { eights: number; vectors: number } => ({
  eights: (rows * 2) / threads,
  vectors: (tokens * 4) / threads,
});

function startOfFetches(shape: PlainShape, threads: number): string[] {
  const { eights, vectors } = countFetches(shape, threads);
  return [
    ...range(eights).map((i) => `let w_start_${i} = row_start(row0 + local / 2u + ${(i * threads) / 2}u);`),
    ...range(vectors).map(
      (i) => `let x_start_${i} = token_start(token0 + local / 4u + ${(i * threads) / 4}u) + local % 4u;`,
    ),
  ];
}

function fetches(shape: PlainShape, threads: number, stage: string, declare: "var " | ""): string[] {
  const { eights, vectors } = countFetches(shape, threads);
  const name = declare ? "first" : "next";
  return [
    `let ${name} = fetched_stage(${stage});`,
    `let ${name}_x = staged_x(${name});`,
    ...range(eights).map(
      (i) => `${declare}w_${i} = fetch_eight(w_start_${i} + ${name} / 2u, ${name} % 2u * 2u + local % 2u);`,
    ),
    ...range(vectors).map((i) => `${declare}x_${i} = x[x_start_${i} + ${name}_x];`),
  ];
}

const decodes = (shape: PlainShape, threads: number): string[] =>
  range(countFetches(shape, threads).eights).map(
    (i) => `let eight_${i} = decode_eight(w_${i}, w_start_${i} + stage / 2u, stage % 2u * 2u + local % 2u);`,
  );

function stores(shape: PlainShape, threads: number): string[] {
  const { eights, vectors } = countFetches(shape, threads);
  // Cell 2 * (local % 2) of the row, and the one behind it.
  const wCell = (i: number, second: 0 | 1): string =>
    `w_tile[local % 2u * (2u * TILE_ROWS) + ${second * shape.rows + (i * threads) / 2}u + local / 16u * 8u + (local / 2u + local % 2u * 4u + ${2 * second}u) % 8u]`;
  const xCell = (i: number): string =>
    `x_tile[local % 4u * TILE_TOKENS + ${(i * threads) / 4}u + local / 32u * 8u + (local / 4u + local % 4u * 2u) % 8u]`;
  return [
    ...range(eights).flatMap((i) => [
      `${wCell(i, 0)} = eight_${i}.first;`,
      `${wCell(i, 1)} = eight_${i}.second;`,
    ]),
    ...range(vectors).map((i) => `${xCell(i)} = x_${i};`),
  ];
}

/** Written out: a loop in their place was a sixth slower on an H200. */
const products = (shape: PlainShape): string[] =>
  range(4).flatMap((quad) => ["{", ...step4(shape, `${quad}u`), "}"]);

/** The products of four columns. */
function step4(shape: PlainShape, quad: string): string[] {
  const four = (first: number) =>
    `transpose(mat4x4<f32>(${range(4)
      .map((i) => `w_tile[w_at + ${8 * (first + i)}u]`)
      .join(", ")}))`;
  return [
    `  let w_at = ${quad} * TILE_ROWS + row_part + (row + ${quad} * 2u) % 8u;`,
    `  let x_at = ${quad} * TILE_TOKENS + token_part + (token + ${quad} * 2u) % 8u;`,
    `  let w_low = ${four(0)};`,
    `  let w_high = ${four(4)};`,
    ...range(countTokens(shape)).flatMap((i) => [
      `  let t_${i} = x_tile[x_at + ${8 * i}u];`,
      `  low_${i} = add_products(low_${i}, w_low, t_${i});`,
      `  high_${i} = add_products(high_${i}, w_high, t_${i});`,
    ]),
  ];
}

export const makeTiled = (type: TensorType, shape: PlainShape) =>
  ({
    name: "matmul_tiled",
    code: step + FORMATS[type].code + FORMATS[type].eightCode + addProducts + matmulShader + entryCode(shape),
    bindings: ["planes", "plane_words", "x", "y"],
    params: productParams,
  }) as const satisfies KernelSource;

function ofTile(shape: PlainShape) {
  const types = Object.keys(TENSOR_TYPES) as TensorType[];
  return Object.fromEntries(types.map((type) => [type, makeTiled(type, shape)])) as Record<
    TensorType,
    ReturnType<typeof makeTiled>
  >;
}

/** As exact as the plain product. */
export const matmulTiled = {
  wide: ofTile(PLAIN_TILES.wide),
  even: ofTile(PLAIN_TILES.even),
  thin: ofTile(PLAIN_TILES.thin),
  tall: ofTile(PLAIN_TILES.tall),
  square: ofTile(PLAIN_TILES.square),
} as const satisfies Record<PlainTile, unknown>;
