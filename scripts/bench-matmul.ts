// `node scripts/run.mjs scripts/bench-matmul.ts [--tokens 512] [--shapes in_proj,gate,down,out_proj] [--types q4_k,q6_k]
//   [--kinds rows,tiled,half,subgroup-matrix] [--positions 0,4096,32768] [--small]`
//
// Times a chunk's matrix products and attention under Dawn in Node, every kernel that compiles on this device, and checks
// each against the plain kernel. Random weights of Jamba2 3B's shapes; --small takes tiny ones, to try the script on a CPU.
import { parseArgs } from "node:util";
import { type AttentionOptions, recordChunkAttention } from "../workers/inference/forward/attention";
import type { MatmulKind } from "../workers/inference/forward/matmul-kind";
import { recordMultiply } from "../workers/inference/forward/multiply";
import { type Gpu, openGpu } from "../workers/inference/gpu/device";
import { randomBlocks } from "../workers/inference/gpu/kernels/random-blocks";
import { normalisedError, uniformFloats } from "../workers/inference/gpu/kernels/run-kernel";
import { type Matrix, MatrixUploader } from "../workers/inference/gpu/matrix";
import { encode, type Plan, Recorder } from "../workers/inference/gpu/plan";
import type { TensorType } from "../workers/inference/parse/tensor-types";
import { createDawn } from "./dawn";

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  in_proj: { rows: 10240, columns: 2560 },
  gate: { rows: 8192, columns: 2560 },
  down: { rows: 2560, columns: 8192 },
  out_proj: { rows: 2560, columns: 5120 },
  x_proj: { rows: 192, columns: 5120 },
};
const SMALL: Readonly<Record<string, Shape>> = { small: { rows: 200, columns: 1024 } };
const HEADS = { headCount: 20, kvHeadCount: 1, headSize: 128 };
/** WebGPU's own names of these exist only once Dawn is there. */
const STORAGE = 0x80 | 0x4 | 0x8; // storage that can be copied to and from
const READBACK = 0x1 | 0x8; // can be mapped and copied to

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

class Bench {
  readonly recorder: Recorder;

  constructor(
    readonly gpu: Gpu,
    readonly tokens: number,
  ) {
    this.recorder = new Recorder(gpu);
  }

  buffer(label: string, floats: number): GPUBuffer {
    return this.gpu.device.createBuffer({ label, size: floats * 4, usage: STORAGE });
  }

  fill(label: string, data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): GPUBuffer {
    const buffer = this.buffer(label, data.length);
    this.gpu.device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }

  /** Microseconds a run, median of five. */
  async time(plan: Plan, position: number): Promise<number> {
    const { device } = this.gpu;
    device.queue.writeBuffer(this.recorder.step, 0, Uint32Array.of(this.tokens, position));
    const run = async (repeats: number): Promise<number> => {
      const startedAt = performance.now();
      const encoder = device.createCommandEncoder();
      for (let i = 0; i < repeats; i++) encode(encoder, plan, this.recorder, this.tokens);
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
      return performance.now() - startedAt;
    };
    await run(1);
    const once = await run(1);
    const repeats = Math.max(1, Math.min(50, Math.round(40 / once)));
    const times: number[] = [];
    for (let i = 0; i < 5; i++) times.push((await run(repeats)) / repeats);
    return median(times) * 1000;
  }

  async read(buffer: GPUBuffer, floats: number): Promise<Float32Array> {
    const { device } = this.gpu;
    const readback = device.createBuffer({ size: floats * 4, usage: READBACK });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, readback, 0, floats * 4);
    encoder.clearBuffer(buffer);
    device.queue.submit([encoder.finish()]);
    await readback.mapAsync(1);
    const values = new Float32Array(readback.getMappedRange().slice(0));
    readback.destroy();
    return values;
  }
}

async function upload(bench: Bench, type: TensorType, { rows, columns }: Shape): Promise<Matrix> {
  const bytes = randomBlocks(type, rows * columns, 1);
  const uploader = new MatrixUploader(bench.gpu, bench.recorder.compiler);
  const read = async (offset: number, length: number) => bytes.slice(offset, offset + length);
  const matrix = await uploader.upload({ label: type, type, rows, columns, read });
  await bench.gpu.device.queue.onSubmittedWorkDone();
  uploader.dispose();
  return matrix;
}

async function benchProduct(
  bench: Bench,
  name: string,
  shape: Shape,
  type: TensorType,
  kinds: readonly MatmulKind[],
): Promise<void> {
  const { tokens } = bench;
  const matrix = await upload(bench, type, shape);
  const x = bench.fill("x", uniformFloats(tokens * shape.columns, 2) as Float32Array<ArrayBuffer>);
  const y = bench.buffer("y", tokens * shape.rows);
  const spare = bench.buffer("spare", tokens * 10240);
  let expected: Float32Array | undefined;
  for (const kind of kinds) {
    try {
      recordMultiply(bench.recorder, { kind, maxTokens: tokens }, matrix, x, y, { spare });
      const plan = await bench.recorder.finish();
      const microseconds = await bench.time(plan, 0);
      const found = await bench.read(y, tokens * shape.rows);
      const error = bench.gpu.takeError();
      if (error) throw new Error(error.message);
      expected ??= found;
      const teraflops = (2 * shape.rows * shape.columns * tokens) / microseconds / 1e6;
      console.log(
        `${name} ${type} ${kind}: ${microseconds.toFixed(1)} µs, ${teraflops.toFixed(2)} TFLOP/s, NMSE ${normalisedError(found, expected).toExponential(2)}`,
      );
    } catch (error) {
      bench.gpu.takeError(); // of this kernel, not of the next
      console.log(`${name} ${type} ${kind}: ${error}`);
    }
  }
  for (const buffer of [x, y, spare, ...matrix.parts.map((part) => part.buffer)]) buffer.destroy();
}

/** Pairs of f16 of either sign, 1/4 to 1 in size. */
function randomHalves(pairs: number): Uint32Array<ArrayBuffer> {
  const half = (value: number) => (value < 0 ? 0x8000 : 0) | (0x3400 + Math.floor(Math.abs(value) * 0x7ff));
  const values = uniformFloats(pairs * 2, 3);
  return Uint32Array.from(
    { length: pairs },
    (_, i) => (half(values[2 * i] as number) | (half(values[2 * i + 1] as number) << 16)) >>> 0,
  );
}

/** The first is what the others are checked against. */
const ATTENTION_KERNELS: readonly [string, Pick<AttentionOptions, "isTiled" | "matrixBlocks">][] = [
  ["attention", { isTiled: false }],
  ["attention_chunk", { isTiled: true }],
  ["attention_subgroup_matrix, 1 block", { isTiled: true, matrixBlocks: 1 }],
  ["attention_subgroup_matrix, 2 blocks", { isTiled: true, matrixBlocks: 2 }],
];

async function benchAttention(bench: Bench, position: number): Promise<void> {
  const { tokens } = bench;
  const { headCount, headSize } = HEADS;
  const length = position + tokens;
  const size = tokens * headCount * headSize;
  const buffers = {
    query: bench.fill("query", uniformFloats(size, 4) as Float32Array<ArrayBuffer>),
    key: bench.fill("key", uniformFloats(tokens * headSize, 5) as Float32Array<ArrayBuffer>),
    value: bench.fill("value", uniformFloats(tokens * headSize, 6) as Float32Array<ArrayBuffer>),
    keys: bench.fill("keys", randomHalves((length * headSize) / 2)),
    values: bench.fill("values", randomHalves((length * headSize) / 2)),
    partial: bench.buffer("partial", tokens * 8192),
    attended: bench.buffer("attended", size),
  };
  let expected: Float32Array | undefined;
  for (const [kernel, options] of ATTENTION_KERNELS) {
    if (options.matrixBlocks && !bench.gpu.features.has("chromium-experimental-subgroup-matrix")) continue;
    try {
      recordChunkAttention(bench.recorder, HEADS, buffers, {
        kvFormat: "f16",
        maxTokens: tokens,
        ...options,
      });
      const microseconds = await bench.time(await bench.recorder.finish(), position);
      const found = await bench.read(buffers.attended, size);
      const error = bench.gpu.takeError();
      if (error) throw new Error(error.message);
      expected ??= found;
      const seen = tokens * (position + (tokens + 1) / 2);
      const teraflops = (4 * headCount * headSize * seen) / microseconds / 1e6;
      console.log(
        `${kernel} at ${position}: ${microseconds.toFixed(1)} µs, ${teraflops.toFixed(2)} TFLOP/s, NMSE ${normalisedError(found, expected).toExponential(2)}`,
      );
    } catch (error) {
      console.log(`${kernel} at ${position}: ${error}`);
    }
  }
  for (const buffer of Object.values(buffers)) buffer.destroy();
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      tokens: { type: "string" },
      shapes: { type: "string" },
      types: { type: "string" },
      kinds: { type: "string" },
      positions: { type: "string" },
      small: { type: "boolean" },
    },
  });
  const list = (text: string | undefined, all: string) => (text ?? all).split(",").filter(Boolean);
  const gpu = await openGpu(await createDawn());
  const { vendor, architecture, description } = gpu.info;
  console.log(`${vendor} ${architecture} ${description}; ${[...gpu.features].join(" ")}`);
  const bench = new Bench(gpu, Number(values.tokens ?? (values.small ? 40 : 512)));
  const shapes = values.small ? SMALL : SHAPES;
  const kinds = list(values.kinds, "rows,tiled,half,subgroup-matrix") as MatmulKind[];
  for (const name of list(values.shapes, Object.keys(shapes).join())) {
    const shape = shapes[name];
    if (!shape) throw new Error(`no shape ${name}: one of ${Object.keys(shapes).join()}`);
    for (const type of list(values.types, "q4_k,q6_k")) {
      await benchProduct(bench, name, shape, type as TensorType, kinds);
    }
  }
  for (const position of list(values.positions, values.small ? "0,100" : "0,4096,32768")) {
    await benchAttention(bench, Number(position));
  }
  gpu.dispose();
  return 0;
}
