// Starts compiling what a file's plans for chunks will need, while its weights are still on their way.
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
import type { TensorInfo } from "../parse/gguf";
import { chooseTile, type MatmulKind, operandFormat, SHORT_CHUNKS, tiledKernels } from "./matmul-kind";

export function compileAhead(
  compiler: KernelCompiler,
  tensors: readonly TensorInfo[],
  kvFormat: KvFormat,
  kind: MatmulKind,
): void {
  const matrices = tensors.filter(({ dims, type }) => dims.length === 2 && type !== "f32");
  const sources = new Set<KernelSource>([
    ...layerSources(kvFormat, kind),
    ...(kind === "subgroup-matrix"
      ? [Infinity, ...SHORT_CHUNKS].flatMap((tokens) =>
          matrices
            .filter(({ name }) => !OUTSIDE_LAYERS.test(name))
            .map((matrix) => matrixUnitSource(matrix, tokens, compiler.workgroupBytes)),
        )
      : matrices.map(({ type }) =>
          kind === "rows" ? matmul[type] : tiledKernels(kind, compiler.workgroupBytes)[type],
        )),
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

function matrixUnitSource(
  { name, dims: [, rows = 0], type }: TensorInfo,
  maxTokens: number,
  workgroupBytes: number,
): KernelSource {
  const tile = chooseTile(rows, maxTokens, workgroupBytes);
  return /\.ffn_(gate|up)\./.test(name) ? gatedSubgroupMatrix[tile][type] : matmulSubgroupMatrix[tile][type];
}
