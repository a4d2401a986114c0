// Whether the file's tensors are exactly those of the model that its metadata describes: none missing, none of another shape
// or of a type that its kernel cannot read, and none that the forward pass would ignore.
import { ModelFormatError } from "../errors";
import type { ByteSource } from "../store/byte-source";
import type { Config } from "./config";
import type { Gguf, TensorInfo } from "./gguf";
import { quote } from "./gguf-reader";

export interface ExpectedTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** Matrices may have any type that runs; vectors, the convolution and A are small and always F32. */
  readonly kind: "matrix" | "f32";
}

/** Every tensor of such a model, in the order in which the forward pass needs them. */
export function listTensors(config: Config): ExpectedTensor[] {
  const { hiddenSize, vocabSize } = config;
  return [
    matrix("token_embd.weight", hiddenSize, vocabSize),
    ...config.layers.flatMap((kind, layer) => [
      vector(`blk.${layer}.attn_norm.weight`, hiddenSize),
      ...(kind === "mamba" ? listMamba(config, layer) : listAttention(config, layer)),
      vector(`blk.${layer}.ffn_norm.weight`, hiddenSize),
      matrix(`blk.${layer}.ffn_gate.weight`, hiddenSize, config.intermediateSize),
      matrix(`blk.${layer}.ffn_up.weight`, hiddenSize, config.intermediateSize),
      matrix(`blk.${layer}.ffn_down.weight`, config.intermediateSize, hiddenSize),
    ]),
    vector("output_norm.weight", hiddenSize),
    ...(config.isTied ? [] : [matrix("output.weight", hiddenSize, vocabSize)]),
  ];
}

export function checkTensors(gguf: Gguf, config: Config): void {
  const expected = listTensors(config);
  for (const { name, dims, kind } of expected) {
    const tensor = gguf.tensors.get(name);
    const shape = `{${dims.join(", ")}}`;
    if (tensor === undefined) {
      throw new ModelFormatError(`This model has no tensor ${quote(name)}; expected one of shape ${shape}.`);
    }
    if (tensor.dims.length !== dims.length || tensor.dims.some((dim, axis) => dim !== dims[axis])) {
      throw new ModelFormatError(
        `This model has tensor ${quote(name)} of shape {${tensor.dims.join(", ")}}; expected ${shape}.`,
      );
    }
    if (kind === "f32" && tensor.type !== "f32") {
      throw new ModelFormatError(
        `This model has tensor ${quote(name)} of type ${tensor.type}; expected f32.`,
      );
    }
  }
  const names = new Set(expected.map(({ name }) => name));
  for (const name of gguf.tensors.keys()) {
    if (!names.has(name)) {
      throw new ModelFormatError(
        `This model has a tensor ${quote(name)}, which a dense Jamba model does not have and this engine would ignore; expected only the ${names.size} tensors of its ${config.layers.length} layers.`,
      );
    }
  }
}

/** Slice in which two matrices are compared; the first usually settles it. */
const COMPARE_BYTES = 1024 * 1024;

/** Whether the file stores the embedding a second time as output.weight, byte for byte. */
export async function hasEqualOutput(gguf: Gguf, source: ByteSource): Promise<boolean> {
  const embedding = gguf.tensors.get("token_embd.weight");
  const output = gguf.tensors.get("output.weight");
  if (embedding === undefined || output === undefined) return false;
  return embedding.type === output.type && (await equalBytes(source, embedding, output));
}

async function equalBytes(source: ByteSource, a: TensorInfo, b: TensorInfo): Promise<boolean> {
  if (a.byteLength !== b.byteLength) return false;
  for (let at = 0; at < a.byteLength; at += COMPARE_BYTES) {
    const length = Math.min(COMPARE_BYTES, a.byteLength - at);
    const [left, right] = [
      await source.read(a.offset + at, length),
      await source.read(b.offset + at, length),
    ];
    if (left.some((byte, index) => byte !== right[index])) return false;
  }
  return true;
}

function listMamba(config: Config, layer: number): ExpectedTensor[] {
  const { hiddenSize, innerSize, stateSize, convKernel, timeStepRank } = config;
  const prefix = `blk.${layer}.ssm_`;
  return [
    matrix(`${prefix}in.weight`, hiddenSize, 2 * innerSize),
    { name: `${prefix}conv1d.weight`, dims: [convKernel, innerSize], kind: "f32" },
    vector(`${prefix}conv1d.bias`, innerSize),
    matrix(`${prefix}x.weight`, innerSize, timeStepRank + 2 * stateSize),
    vector(`${prefix}dt_norm.weight`, timeStepRank),
    vector(`${prefix}b_norm.weight`, stateSize),
    vector(`${prefix}c_norm.weight`, stateSize),
    matrix(`${prefix}dt.weight`, timeStepRank, innerSize),
    vector(`${prefix}dt.bias`, innerSize),
    { name: `${prefix}a`, dims: [stateSize, innerSize], kind: "f32" },
    vector(`${prefix}d`, innerSize),
    matrix(`${prefix}out.weight`, innerSize, hiddenSize),
  ];
}

function listAttention(config: Config, layer: number): ExpectedTensor[] {
  const { hiddenSize, kvHeadCount, headSize } = config;
  const prefix = `blk.${layer}.attn_`;
  return [
    matrix(`${prefix}q.weight`, hiddenSize, hiddenSize),
    matrix(`${prefix}k.weight`, hiddenSize, kvHeadCount * headSize),
    matrix(`${prefix}v.weight`, hiddenSize, kvHeadCount * headSize),
    matrix(`${prefix}output.weight`, hiddenSize, hiddenSize),
  ];
}

function matrix(name: string, columns: number, rows: number): ExpectedTensor {
  return { name, dims: [columns, rows], kind: "matrix" };
}

function vector(name: string, length: number): ExpectedTensor {
  return { name, dims: [length], kind: "f32" };
}

/** Weights in the file, a tied output matrix counted once. */
export function countParameters(gguf: Gguf, config: Config): number {
  let count = 0;
  for (const { name, dims } of gguf.tensors.values()) {
    if (name === "output.weight" && config.isTied) continue;
    count += dims.reduce((product, dim) => product * dim, 1);
  }
  return count;
}
