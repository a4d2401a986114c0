// Times a chunk's matrix products, and checks each against the plain kernel.
import type { MatmulKind } from "../workers/inference/forward/matmul-kind";
import { operandFormat } from "../workers/inference/forward/matmul-kind";
import {
  type ChunkMultiplier,
  recordGatedProduct,
  recordMultiply,
} from "../workers/inference/forward/multiply";
import { halfBits, halfValues, wordsOf } from "../workers/inference/gpu/kernels/half-bits";
import { swiglu } from "../workers/inference/gpu/kernels/layer-kernels";
import { randomBlocks } from "../workers/inference/gpu/kernels/random-blocks";
import { normalisedError, uniformFloats } from "../workers/inference/gpu/kernels/run-kernel";
import { TILES, type Tile } from "../workers/inference/gpu/kernels/subgroup-matrix";
import { PLAIN_TILES, type PlainTile } from "../workers/inference/gpu/kernels/tiled";
import { type Matrix, MatrixUploader } from "../workers/inference/gpu/matrix";
import type { Plan } from "../workers/inference/gpu/plan";
import type { TensorType } from "../workers/inference/parse/tensor-types";
import type { Bench } from "./bench-device";

export interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly isGated?: boolean; // gate and up, of so many rows each
}

export const SHAPES: Readonly<Record<string, Shape>> = {
  in_proj: { rows: 10240, columns: 2560 },
  gate: { rows: 8192, columns: 2560 },
  gate_up: { rows: 8192, columns: 2560, isGated: true },
  down: { rows: 2560, columns: 8192 },
  out_proj: { rows: 2560, columns: 5120 },
  x_proj: { rows: 192, columns: 5120 },
  key: { rows: 128, columns: 2560 },
};
export const SMALL_SHAPES: Readonly<Record<string, Shape>> = {
  small: { rows: 200, columns: 1024 },
  small_gate_up: { rows: 72, columns: 512, isGated: true },
};

type Variant = Omit<ChunkMultiplier, "maxTokens">;

/** The kinds as they are chosen, and each tile and number of slices asked for. */
export function listVariants(wanted: {
  readonly kinds: readonly string[];
  readonly tiles: readonly string[];
  readonly cuts: readonly string[];
}): Variant[] {
  return (wanted.kinds as MatmulKind[]).flatMap((kind): Variant[] => {
    if (kind === "rows") return [{ kind }];
    const known = kind === "tiled" ? PLAIN_TILES : TILES;
    const tiles = wanted.tiles.filter((tile) => tile in known);
    const cuts = wanted.cuts.length > 0 ? wanted.cuts.map(Number) : [undefined];
    return (tiles.length > 0 ? tiles : [undefined]).flatMap((tile) =>
      cuts.map(
        (slices): Variant =>
          kind === "tiled"
            ? { kind, plainTile: tile as PlainTile | undefined, slices }
            : { kind, tile: tile as Tile | undefined, slices },
      ),
    );
  });
}

/** Data beyond what caches hold: a short chunk's products read each matrix but once. */
const CACHE_BYTES = 200e6;
const SHORT_TOKENS = 64;

/** The same blocks several times over where the weights' reading counts. */
async function uploadCopies(bench: Bench, type: TensorType, { rows, columns }: Shape): Promise<Matrix[]> {
  const bytes = randomBlocks(type, rows * columns, 1);
  const uploader = new MatrixUploader(bench.gpu, bench.recorder.compiler);
  const copies = bench.tokens > SHORT_TOKENS ? 1 : Math.min(64, Math.ceil(CACHE_BYTES / bytes.length));
  const read = async (offset: number, length: number) => bytes.slice(offset, offset + length);
  const matrices: Matrix[] = [];
  for (let i = 0; i < copies; i++) {
    matrices.push(await uploader.upload({ label: type, type, rows, columns, read }));
  }
  await bench.gpu.device.queue.onSubmittedWorkDone();
  uploader.dispose();
  return matrices;
}

interface Buffers {
  readonly f32: GPUBuffer; // x
  readonly f16: GPUBuffer;
  readonly y: GPUBuffer;
  readonly up: GPUBuffer;
  readonly joined: GPUBuffer;
  readonly spare: GPUBuffer;
}

function createBuffers(bench: Bench, { rows, columns, isGated }: Shape): Buffers {
  const { tokens } = bench;
  const largest = isGated ? 0.01 : 0.25; // gate times up is to stay within f16's range
  const bits = halfBits(uniformFloats(tokens * columns, 2, -largest, largest));
  return {
    f32: bench.fill("x", halfValues(bits) as Float32Array<ArrayBuffer>),
    f16: bench.fill("x in f16", bits),
    y: bench.buffer("y", tokens * rows),
    up: bench.buffer("up", tokens * rows),
    joined: bench.buffer("joined", tokens * rows),
    spare: bench.buffer("spare", tokens * 10240),
  };
}

/** Records a product, or gate, up and what joins them; returns where the result lies. */
function record(bench: Bench, shape: Shape, variant: Variant, matrix: Matrix, buffers: Buffers): GPUBuffer {
  const { recorder, tokens } = bench;
  const { y, up, joined, spare } = buffers;
  const multiplier: ChunkMultiplier = { ...variant, maxTokens: tokens };
  const x = buffers[operandFormat(variant.kind)];
  if (!shape.isGated) {
    recordMultiply(recorder, multiplier, matrix, x, y, { spare });
    return y;
  }
  if (variant.kind === "subgroup-matrix") {
    recordGatedProduct(recorder, multiplier, matrix, matrix, x, joined);
    return joined;
  }
  recordMultiply(recorder, multiplier, matrix, x, y);
  recordMultiply(recorder, multiplier, matrix, x, up);
  const size = shape.rows / 4;
  recorder.run(swiglu.f32, { up, gate: y, y: joined }, { size }, (count) => [Math.ceil(size / 64), count]);
  return joined;
}

async function readResult(bench: Bench, shape: Shape, kind: MatmulKind, y: GPUBuffer): Promise<Float32Array> {
  const values = bench.tokens * shape.rows;
  const isHalf = shape.isGated && kind === "subgroup-matrix";
  const found = await bench.read(y, isHalf ? values / 2 : values);
  return isHalf ? halfValues(wordsOf(found)) : found;
}

/** Of what the plain kernel finds, run once. */
async function expectedOf(
  bench: Bench,
  shape: Shape,
  matrix: Matrix,
  buffers: Buffers,
): Promise<Float32Array> {
  const y = record(bench, shape, { kind: "rows" }, matrix, buffers);
  await bench.runOnce(await bench.recorder.finish());
  return readResult(bench, shape, "rows", y);
}

export async function benchProduct(
  bench: Bench,
  name: string,
  shape: Shape,
  type: TensorType,
  variants: readonly Variant[],
): Promise<void> {
  const matrices = await uploadCopies(bench, type, shape);
  const buffers = createBuffers(bench, shape);
  const expected = await expectedOf(bench, shape, matrices[0] as Matrix, buffers);
  for (const variant of variants) {
    const { kind, slices } = variant;
    const tile = variant.tile ?? variant.plainTile ?? "";
    const title = `${name} ${type} ${kind} ${tile}${slices ? ` in ${slices} slices` : ""}`.trimEnd();
    try {
      const plans: Plan[] = [];
      let y = buffers.y;
      for (const matrix of matrices) {
        y = record(bench, shape, variant, matrix, buffers);
        plans.push(await bench.recorder.finish());
      }
      const microseconds = await bench.time(plans, 0);
      const found = await readResult(bench, shape, kind, y);
      const error = bench.gpu.takeError();
      if (error) throw new Error(error.message);
      const products = (shape.isGated ? 2 : 1) * shape.rows * shape.columns;
      const teraflops = (2 * products * bench.tokens) / microseconds / 1e6;
      const bytes = (shape.isGated ? 2 : 1) * (matrices[0] as Matrix).byteLength;
      console.log(
        `${title}: ${microseconds.toFixed(1)} µs, ${teraflops.toFixed(1)} TFLOP/s, ${(bytes / microseconds / 1e3).toFixed(0)} GB/s of weights, NMSE ${normalisedError(found, expected).toExponential(2)}`,
      );
    } catch (error) {
      bench.gpu.takeError(); // of this kernel, not of the next
      console.log(`${title}: ${error}`);
    }
  }
  const parts = matrices.flatMap((matrix) => matrix.parts.map((part) => part.buffer));
  for (const buffer of [...Object.values(buffers), ...parts]) buffer.destroy();
}
