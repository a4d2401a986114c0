// Starts compiling what a file's plan for long chunks will need, while its weights are still on their way. Those of short chunks
// are compiled behind the load (plans.ts).
import type { KernelCompiler, KernelSource } from "../gpu/kernel";
import { attentionChunk, matmulMerge } from "../gpu/kernels/chunk-kernels";
import {
  attention,
  attentionMerge,
  conv,
  convHalf,
  type KvFormat,
  kvStore,
  mergeNorm,
  rmsNorm,
  scan,
  scanChunk,
  splitNorm,
  swiglu,
} from "../gpu/kernels/layer-kernels";
import { matmul } from "../gpu/kernels/matrix-kernels";
import { gatedSubgroupMatrix, matmulSubgroupMatrix } from "../gpu/kernels/subgroup-matrix";
import { matmulTiled } from "../gpu/kernels/tiled";
import type { TensorInfo } from "../parse/gguf";
import { choosePlainTile, chooseTile, type MatmulKind, operandFormat } from "./matmul-kind";

export function compileAhead(
  compiler: KernelCompiler,
  tensors: readonly TensorInfo[],
  kvFormat: KvFormat,
  kind: MatmulKind,
): void {
  const matrices = tensors.filter(({ dims, type }) => dims.length === 2 && type !== "f32");
  const sources = new Set<KernelSource>([
    ...layerSources(kvFormat, kind),
    ...matrices
      .filter(({ name }) => kind === "rows" || !OUTSIDE_LAYERS.test(name))
      .map((matrix) => productSource(matrix, kind, compiler.workgroupBytes)),
  ]);
  for (const source of sources) compiler.compile(source).catch(() => {}); // whoever records it hears of a failure
}

/** Embedding and head have kernels of their own, or are seldom wanted of a chunk. */
const OUTSIDE_LAYERS = /^(token_embd|output)\./;

function layerSources(kvFormat: KvFormat, kind: MatmulKind): KernelSource[] {
  const format = operandFormat(kind);
  const common = [rmsNorm[format], splitNorm[format], kvStore[kvFormat], attentionMerge];
  if (kind === "rows") return [...common, conv, scan, swiglu.f32, attention[kvFormat]];
  const tiled = [...common, scanChunk[format], mergeNorm[format], matmulMerge];
  if (format === "f16") return [...tiled, convHalf];
  return [...tiled, conv, swiglu.f32, attentionChunk[kvFormat]];
}

function productSource(
  { name, dims: [, rows = 0], type }: TensorInfo,
  kind: MatmulKind,
  workgroupBytes: number,
): KernelSource {
  if (kind === "rows") return matmul[type];
  if (kind === "tiled") return matmulTiled[choosePlainTile(Infinity)][type];
  const tile = chooseTile(rows, Infinity, workgroupBytes);
  return /\.ffn_(gate|up)\./.test(name) ? gatedSubgroupMatrix[tile][type] : matmulSubgroupMatrix[tile][type];
}
