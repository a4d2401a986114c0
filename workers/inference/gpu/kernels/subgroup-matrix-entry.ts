// Writes the entry point of shaders/matmul-subgroup-matrix.wgsl for one tile: sizes, loads, stages and products, which are a
// list that depends on the tile.
import { lines, range } from "./code-lines";

/** What a workgroup computes and what each of its subgroups does of it, in rows and tokens, and how far it loads ahead. */
export interface TileShape {
  readonly rows: number;
  readonly tokens: number;
  readonly subgroupRows: number;
  readonly subgroupTokens: number;
  readonly ahead: number; // stages whose loads are under way while one is multiplied
}

export const SIDE = 16; // of a matrix
export const PITCH = 72; // as in the shader

export const countSubgroups = (shape: TileShape): number =>
  (shape.rows / shape.subgroupRows) * (shape.tokens / shape.subgroupTokens);

/**
 * Where gate and up of a row meet: in one subgroup, whose part of the tile has rows of both, or in two, half of which have
 * the gate's.
 */
export const joinsSubgroups = (shape: TileShape): boolean => shape.subgroupRows < 2 * SIDE;

/** The sizes and the entry point for one tile. With `isGated` half of its rows are the gate's, half those of up. */
export function entryCode(shape: TileShape, isGated: boolean): string {
  const threads = countSubgroups(shape) * 32;
  const rowMatrices = range(shape.subgroupRows / SIDE);
  const tokenMatrices = range(shape.subgroupTokens / SIDE);
  const sums = tokenMatrices.flatMap((t) => rowMatrices.map((r) => ({ t, r, name: `sums_${t}_${r}` })));
  const matrixRows = isGated ? shape.rows / 2 : shape.rows;
  const sets = range(shape.ahead); // of variables that loads go to
  return `
const TILE_ROWS = ${shape.rows}u;
const TILE_TOKENS = ${shape.tokens}u;
const SUBGROUP_ROWS = ${shape.subgroupRows}u;
const SUBGROUP_TOKENS = ${shape.subgroupTokens}u;
const SUBGROUPS = ${threads / 32}u;
const GRID_ROWS = ${matrixRows}u; // rows of a matrix a workgroup computes

var<workgroup> w_tile: array<array<HalfCell, SUBGROUP_ROWS * PITCH_4>, TILE_ROWS / SUBGROUP_ROWS>;
var<workgroup> x_tile: array<array<HalfCell, SUBGROUP_TOKENS * PITCH_4>, TILE_TOKENS / SUBGROUP_TOKENS>;
var<workgroup> sums_tile: array<array<f32, SIDE * SIDE>, SUBGROUPS>;

@compute @workgroup_size(${threads})
fn matmul_subgroup_matrix(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3<u32>) {
  let row0 = group.x * GRID_ROWS;
  let token0 = group.y * TILE_TOKENS;
  let slice = group.z;
  let stages = slice_stages(slice);
  let subgroup_x = local / 32u % (TILE_TOKENS / SUBGROUP_TOKENS);
  let subgroup_w = local / 32u / (TILE_TOKENS / SUBGROUP_TOKENS);
${lines(2, [...startOfFetches(shape, threads, isGated), ...sums.map(({ name }) => `var ${name} = Sums();`)])}
${isGated ? "" : startOfSums(sums)}
  // Before the first stage, and in each for the one that many behind it.
${lines(
  2,
  sets.flatMap((set) => fetches(shape, threads, `stages.x + ${set}u`, isGated, "var ", set)),
)}
  for (var first = stages.x; first < stages.y; first += ${shape.ahead}u) {
${sets.map((set) => stageCode(shape, threads, isGated, set)).join("\n")}
  }
${isGated ? endOfGated(shape) : endOfSums(sums)}
}
`;
}

/** One stage of the loop: into workgroup memory what was loaded for it, loads for a later one, and the products. */
function stageCode(shape: TileShape, threads: number, isGated: boolean, set: number): string {
  const later = `stage + ${shape.ahead}u`;
  return `    {
      let stage = first + ${set}u;
${set === 0 ? "" : "      if (stage >= stages.y) {\n        break;\n      }\n"}      workgroupBarrier(); // the last stage's tiles are used up
${lines(6, stores(shape, threads, isGated, set))}
      workgroupBarrier();
      if (${later} < stages.y) {
${lines(8, fetches(shape, threads, later, isGated, "", set))}
      }
${lines(6, products(shape))}
    }`;
}

/** Units of weights and vectors of x that an invocation fetches a stage. */
function countFetches({ rows, tokens }: TileShape, threads: number): { units: number; vectors: number } {
  return { units: (rows * 2) / threads, vectors: (tokens * 8) / threads };
}

/** Row of the tile that an invocation's unit is of. */
const unitRow = (i: number, threads: number): string =>
  i === 0 ? "local / 2u" : `(local + ${i * threads}u) / 2u`;

const vectorToken = (i: number, threads: number): string =>
  i === 0 ? "local / 8u" : `(local + ${i * threads}u) / 8u`;

function startOfFetches(shape: TileShape, threads: number, isGated: boolean): string[] {
  const { units, vectors } = countFetches(shape, threads);
  return [
    ...range(units).map((i) => {
      const row = unitRow(i, threads);
      return `let w_start_${i} = row_start(row0 + ${isGated ? `${row} % GRID_ROWS` : row});`;
    }),
    ...range(vectors).map((i) => `let x_start_${i} = token_start(token0 + ${vectorToken(i, threads)});`),
  ];
}

function fetches(
  shape: TileShape,
  threads: number,
  stage: string,
  isGated: boolean,
  declare: "var " | "",
  set: number,
): string[] {
  const { units, vectors } = countFetches(shape, threads);
  const name = declare ? `first_${set}` : "next";
  return [
    `let ${name}_unit = staged_unit(${stage}, local % 2u);`,
    `let ${name}_x = staged_x(${stage}, local % 8u);`,
    ...range(units).flatMap((i) => [
      ...(isGated ? [`reads_second = ${unitRow(i, threads)} >= GRID_ROWS;`] : []),
      `${declare}w_${set}_${i} = fetch_unit(w_start_${i} + ${name}_unit);`,
    ]),
    ...range(vectors).map((i) => `${declare}x_${set}_${i} = x[x_start_${i} + ${name}_x];`),
  ];
}

function stores(shape: TileShape, threads: number, isGated: boolean, set: number): string[] {
  const { units, vectors } = countFetches(shape, threads);
  const half = shape.subgroupRows / 2;
  return [
    ...range(units).flatMap((i) => {
      const row = unitRow(i, threads);
      // A subgroup's part of a gated tile has some rows of the gate, then the same rows of up; or rows of one of them.
      const isMixed = isGated && !joinsSubgroups(shape);
      const part = isMixed ? `${row} % GRID_ROWS / ${half}u` : `${row} / SUBGROUP_ROWS`;
      const partRow = isMixed
        ? `(${row} / GRID_ROWS * ${half}u + ${row} % ${half}u)`
        : `(${row} % SUBGROUP_ROWS)`;
      const cell = (at: number) => `w_tile[${part}][${partRow} * PITCH_4 + local % 2u * 4u + ${at}u]`;
      return [
        `let unit_${i} = decode_unit(w_${set}_${i}, w_start_${i} + staged_unit(stage, local % 2u), is_there(stage, local % 2u));`,
        ...range(4).map((k) => `${cell(k)} = to_half_cell(unit_${i}.a${k});`),
        ...range(4).map((k) => `${cell(8 + k)} = to_half_cell(unit_${i}.b${k});`),
      ];
    }),
    ...range(vectors).flatMap((i) => {
      const token = vectorToken(i, threads);
      const cell = (at: number) =>
        `x_tile[${token} / SUBGROUP_TOKENS][${token} % SUBGROUP_TOKENS * PITCH_4 + local % 8u * 2u + ${at}u]`;
      return [`${cell(0)} = half_cell(x_${set}_${i}.xy);`, `${cell(1)} = half_cell(x_${set}_${i}.zw);`];
    }),
  ];
}

function products(shape: TileShape): string[] {
  const rowMatrices = range(shape.subgroupRows / SIDE);
  const tokenMatrices = range(shape.subgroupTokens / SIDE);
  const offset = (index: number, k: number) => `${((index * PITCH + k) * SIDE) / 4}u`;
  return range(4).flatMap((k) => [
    ...tokenMatrices.map(
      (t) =>
        `let left_${k}_${t} = subgroupMatrixLoad<Left, row_major>(&x_tile[subgroup_x], ${offset(t, k)}, PITCH_4);`,
    ),
    ...rowMatrices.flatMap((r) => [
      `let right_${k}_${r} = subgroupMatrixLoad<Right, col_major>(&w_tile[subgroup_w], ${offset(r, k)}, PITCH_4);`,
      ...tokenMatrices.map(
        (t) =>
          `sums_${t}_${r} = subgroupMatrixMultiplyAccumulate(left_${k}_${t}, right_${k}_${r}, sums_${t}_${r});`,
      ),
    ]),
  ]);
}

type SumsName = { readonly t: number; readonly r: number; readonly name: string };

const matrixStart = ({ t, r }: { t: number; r: number }): string =>
  `start + ${t * SIDE}u * params.row_stride + ${r * SIDE}u`;

function startOfSums(sums: readonly SumsName[]): string {
  return `  let token = token0 + subgroup_x * SUBGROUP_TOKENS;
  let row = row0 + subgroup_w * SUBGROUP_ROWS;
  let start = slice * params.slice_stride + token * params.row_stride + params.first_row + row;
  let is_whole = has_room(row0, token0);
  if (is_whole && params.accumulate == 1u) {
${lines(
  4,
  sums.map(
    (sum) => `${sum.name} = subgroupMatrixLoad<Sums, row_major>(&y, ${matrixStart(sum)}, params.row_stride);`,
  ),
)}
  }`;
}

function endOfSums(sums: readonly SumsName[]): string {
  return `  if (is_whole) {
${lines(
  4,
  sums.map(
    (sum) => `subgroupMatrixStore<row_major>(&y, ${matrixStart(sum)}, ${sum.name}, params.row_stride);`,
  ),
)}
  } else {
${lines(
  4,
  sums.map(
    ({ t, r, name }) => `write_edge(local, slice, token + ${t * SIDE}u, row + ${r * SIDE}u, ${name});`,
  ),
)}
  }`;
}

function endOfGated(shape: TileShape): string {
  const tokenMatrices = range(shape.subgroupTokens / SIDE);
  if (joinsSubgroups(shape)) {
    return lines(
      2,
      tokenMatrices.map((t) => `join_gated(local, token0 + ${t * SIDE}u, row0, sums_${t}_0);`),
    );
  }
  const pairs = range(shape.subgroupRows / SIDE / 2);
  return `  let token = token0 + subgroup_x * SUBGROUP_TOKENS;
  let row = row0 + subgroup_w * (SUBGROUP_ROWS / 2u);
${lines(
  2,
  tokenMatrices.flatMap((t) =>
    pairs.map(
      (r) =>
        `write_gated(local, token + ${t * SIDE}u, row + ${r * SIDE}u, sums_${t}_${r}, sums_${t}_${r + pairs.length});`,
    ),
  ),
)}`;
}
