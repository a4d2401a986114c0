// `node scripts/run.mjs scripts/bench-matmul.ts [--tokens 512] [--shapes in_proj,gate,down,out_proj] [--types q4_k,q6_k]
//   [--kinds rows,tiled,subgroup-matrix] [--tiles large,small,short,shortest,wide,even,thin,tall,square] [--cuts 1,2,3]
//   [--layers] [--positions 0,4096,32768] [--small]`
//
// Times a chunk's matrix products, small kernels and attention under Dawn in Node, every kernel that compiles on this device,
// and checks products and attention against the plain kernels. Random weights of Jamba2 3B's shapes; --small takes tiny ones,
// to try the script on a CPU. --tiles and --cuts time the products with other tiles (large, small, short and shortest on matrix
// units, wide, even, thin, tall and square in f32) and numbers of slices.
import { parseArgs } from "node:util";
import { type AttentionOptions, recordChunkAttention } from "../workers/inference/forward/attention";
import { openGpu } from "../workers/inference/gpu/device";
import { emulatingDevice } from "../workers/inference/gpu/kernels/emulate-subgroup-matrix";
import { normalisedError, uniformFloats } from "../workers/inference/gpu/kernels/run-kernel";
import type { TensorType } from "../workers/inference/parse/tensor-types";
import { Bench } from "./bench-device";
import { benchLayers } from "./bench-layers";
import { benchProduct, listVariants, SHAPES, SMALL_SHAPES } from "./bench-products";
import { createDawn } from "./dawn";

const HEADS = { headCount: 20, kvHeadCount: 1, headSize: 128 };
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
const ATTENTION_KERNELS: readonly [
  string,
  Pick<AttentionOptions, "isTiled" | "usesMatrixUnits" | "matrixTile">,
][] = [
  ["attention", { isTiled: false }],
  ["attention_chunk", { isTiled: true }],
  ["attention_subgroup_matrix, small", { isTiled: true, usesMatrixUnits: true, matrixTile: "small" }],
  ["attention_subgroup_matrix, deep", { isTiled: true, usesMatrixUnits: true, matrixTile: "deep" }],
  ["attention_subgroup_matrix, wide", { isTiled: true, usesMatrixUnits: true, matrixTile: "wide" }],
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
    if (options.usesMatrixUnits && !bench.gpu.features.has("chromium-experimental-subgroup-matrix")) continue;
    try {
      recordChunkAttention(bench.recorder, HEADS, buffers, {
        kvFormat: "f16",
        maxTokens: tokens,
        ...options,
      });
      const microseconds = await bench.time([await bench.recorder.finish()], position);
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
      tiles: { type: "string" },
      cuts: { type: "string" },
      layers: { type: "boolean" },
      positions: { type: "string" },
      small: { type: "boolean" },
    },
  });
  const list = (text: string | undefined, all: string) => (text ?? all).split(",").filter(Boolean);
  const own = await openGpu(await createDawn());
  const gpu = values.small && own.isCpu ? { ...own, device: emulatingDevice(own.device) } : own;
  const { vendor, architecture, description } = gpu.info;
  console.log(`${vendor} ${architecture} ${description}; ${[...gpu.features].join(" ")}`);
  const bench = new Bench(gpu, Number(values.tokens ?? (values.small ? 40 : 512)));
  const shapes = values.small ? SMALL_SHAPES : SHAPES;
  const variants = listVariants({
    kinds: list(values.kinds, "tiled,subgroup-matrix"),
    tiles: list(values.tiles, ""),
    cuts: list(values.cuts, ""),
  });
  for (const name of list(values.shapes, Object.keys(shapes).join())) {
    const shape = shapes[name];
    if (!shape) throw new Error(`no shape ${name}: one of ${Object.keys(shapes).join()}`);
    for (const type of list(values.types, "q4_k,q6_k")) {
      await benchProduct(bench, name, shape, type as TensorType, variants);
    }
  }
  if (values.layers) await benchLayers(bench);
  for (const position of list(values.positions, values.small ? "0,100" : "0,4096,32768")) {
    await benchAttention(bench, Number(position));
  }
  gpu.dispose();
  return 0;
}
