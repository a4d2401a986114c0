// The same mathematics on the CPU in f64 over the dequantised weights, layer by layer: what the GPU is compared with.
// Plain loops on purpose; nothing of the GPU's code or layout is shared.
import type { Config } from "../parse/config";
import { dequantize } from "../parse/dequantize";
import type { TensorInfo } from "../parse/gguf";
import { TENSOR_TYPES } from "../parse/tensor-types";
import type { ByteSource } from "../store/byte-source";

type Rows = Float64Array[]; // one vector a token

const silu = (x: number): number => x / (1 + Math.exp(-x));
const softplus = (x: number): number => (x > 20 ? x : Math.log1p(Math.exp(x)));

function rmsNorm(x: Float64Array, weight: Float32Array, epsilon: number): Float64Array {
  let squares = 0;
  for (const value of x) squares += value * value;
  const scale = 1 / Math.sqrt(squares / x.length + epsilon);
  return x.map((value, i) => value * scale * (weight[i] as number));
}

/** Reads tensors of a file as f32, a few rows at a time for the large ones. */
class Tensors {
  constructor(
    private readonly table: ReadonlyMap<string, TensorInfo>,
    private readonly source: ByteSource,
  ) {}

  async vector(name: string): Promise<Float32Array> {
    const tensor = this.find(name);
    const count = tensor.dims.reduce((product, dim) => product * dim, 1);
    return dequantize(tensor.type, await this.source.read(tensor.offset, tensor.byteLength), count);
  }

  /** y[t] = matrix * x[t] for every token. */
  async multiply(name: string, x: Rows): Promise<Rows> {
    const tensor = this.find(name);
    const [columns = 1, rows = 1] = tensor.dims;
    const rowBytes = (columns / TENSOR_TYPES[tensor.type].blockSize) * TENSOR_TYPES[tensor.type].blockBytes;
    const y: Rows = x.map(() => new Float64Array(rows));
    const atOnce = Math.max(1, Math.floor(2 ** 22 / columns));
    for (let first = 0; first < rows; first += atOnce) {
      const count = Math.min(atOnce, rows - first);
      const bytes = await this.source.read(tensor.offset + first * rowBytes, count * rowBytes);
      const weights = dequantize(tensor.type, bytes, count * columns);
      for (let t = 0; t < x.length; t++) {
        const input = x[t] as Float64Array;
        const output = y[t] as Float64Array;
        for (let r = 0; r < count; r++) {
          let sum = 0;
          const at = r * columns;
          for (let k = 0; k < columns; k++) sum += (weights[at + k] as number) * (input[k] as number);
          output[first + r] = sum;
        }
      }
    }
    return y;
  }

  private find(name: string): TensorInfo {
    const tensor = this.table.get(name);
    if (!tensor) throw new Error(`No tensor ${name}`);
    return tensor;
  }
}

function add(x: Rows, y: Rows): void {
  for (const [t, row] of x.entries())
    for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (y[t]?.[i] as number);
}

/** Logits after each token of a context read from its beginning, [tokens][vocabSize]. */
export async function referenceLogits(
  config: Config,
  table: ReadonlyMap<string, TensorInfo>,
  source: ByteSource,
  tokens: readonly number[],
): Promise<Float64Array[]> {
  const tensors = new Tensors(table, source);
  const { hiddenSize, rmsNormEpsilon: epsilon } = config;
  const embedding = table.get("token_embd.weight");
  if (!embedding) throw new Error("No tensor token_embd.weight");
  const rowBytes = embedding.byteLength / config.vocabSize;
  const x: Rows = [];
  for (const id of tokens) {
    const bytes = await source.read(embedding.offset + id * rowBytes, rowBytes);
    x.push(Float64Array.from(dequantize(embedding.type, bytes, hiddenSize)));
  }
  for (const [index, kind] of config.layers.entries()) {
    const name = (suffix: string) => `blk.${index}.${suffix}`;
    const norm = await tensors.vector(name("attn_norm.weight"));
    const normed = x.map((row) => rmsNorm(row, norm, epsilon));
    add(
      x,
      await (kind === "mamba" ? mamba(config, tensors, name, normed) : attend(config, tensors, name, normed)),
    );
    const mlpNorm = await tensors.vector(name("ffn_norm.weight"));
    add(
      x,
      await mlp(
        tensors,
        name,
        x.map((row) => rmsNorm(row, mlpNorm, epsilon)),
      ),
    );
  }
  const outputNorm = await tensors.vector("output_norm.weight");
  const last = x.map((row) => rmsNorm(row, outputNorm, epsilon));
  return tensors.multiply(config.isTied ? "token_embd.weight" : "output.weight", last);
}

async function mlp(tensors: Tensors, name: (suffix: string) => string, x: Rows): Promise<Rows> {
  const gate = await tensors.multiply(name("ffn_gate.weight"), x);
  const up = await tensors.multiply(name("ffn_up.weight"), x);
  const hidden = gate.map((row, t) => row.map((value, i) => silu(value) * (up[t]?.[i] as number)));
  return tensors.multiply(name("ffn_down.weight"), hidden);
}

async function mamba(config: Config, tensors: Tensors, name: (s: string) => string, x: Rows): Promise<Rows> {
  const { innerSize, stateSize, timeStepRank: rank, convKernel, rmsNormEpsilon: epsilon } = config;
  const xz = await tensors.multiply(name("ssm_in.weight"), x);
  const taps = await tensors.vector(name("ssm_conv1d.weight")); // [innerSize, convKernel]
  const convBias = await tensors.vector(name("ssm_conv1d.bias"));
  const u = xz.map((_, t) =>
    Float64Array.from({ length: innerSize }, (_, c) => {
      let sum = convBias[c] as number;
      for (let k = 0; k < convKernel; k++) {
        const at = t - (convKernel - 1) + k;
        if (at >= 0) sum += (taps[c * convKernel + k] as number) * (xz[at]?.[c] as number);
      }
      return silu(sum);
    }),
  );
  const dbc = await tensors.multiply(name("ssm_x.weight"), u);
  const [dtNorm, bNorm, cNorm] = [
    await tensors.vector(name("ssm_dt_norm.weight")),
    await tensors.vector(name("ssm_b_norm.weight")),
    await tensors.vector(name("ssm_c_norm.weight")),
  ];
  const dtIn = dbc.map((row) => rmsNorm(row.subarray(0, rank), dtNorm, epsilon));
  const b = dbc.map((row) => rmsNorm(row.subarray(rank, rank + stateSize), bNorm, epsilon));
  const c = dbc.map((row) => rmsNorm(row.subarray(rank + stateSize), cNorm, epsilon));
  const dtRaw = await tensors.multiply(name("ssm_dt.weight"), dtIn);
  const dtBias = await tensors.vector(name("ssm_dt.bias"));
  const a = await tensors.vector(name("ssm_a")); // [innerSize, stateSize]
  const skip = await tensors.vector(name("ssm_d"));
  const state = new Float64Array(innerSize * stateSize);
  const y = u.map((row, t) =>
    row.map((input, channel) => {
      const dt = softplus((dtRaw[t]?.[channel] as number) + (dtBias[channel] as number));
      let sum = (skip[channel] as number) * input;
      for (let n = 0; n < stateSize; n++) {
        const at = channel * stateSize + n;
        state[at] =
          Math.exp(dt * (a[at] as number)) * (state[at] as number) + dt * (b[t]?.[n] as number) * input;
        sum += state[at] * (c[t]?.[n] as number);
      }
      return sum * silu(xz[t]?.[innerSize + channel] as number);
    }),
  );
  return tensors.multiply(name("ssm_out.weight"), y);
}

async function attend(config: Config, tensors: Tensors, name: (s: string) => string, x: Rows): Promise<Rows> {
  const { headCount, kvHeadCount, headSize } = config;
  const q = await tensors.multiply(name("attn_q.weight"), x);
  const k = await tensors.multiply(name("attn_k.weight"), x);
  const v = await tensors.multiply(name("attn_v.weight"), x);
  const attended = q.map((query, t) => {
    const out = new Float64Array(headCount * headSize);
    for (let head = 0; head < headCount; head++) {
      const kvStart = Math.floor((head * kvHeadCount) / headCount) * headSize;
      const scores = k.slice(0, t + 1).map((key) => {
        let sum = 0;
        for (let i = 0; i < headSize; i++)
          sum += (query[head * headSize + i] as number) * (key[kvStart + i] as number);
        return sum / Math.sqrt(headSize);
      });
      const highest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
      const weights = scores.map((score) => Math.exp(score - highest));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [p, weight] of weights.entries()) {
        for (let i = 0; i < headSize; i++) {
          out[head * headSize + i] =
            (out[head * headSize + i] as number) + (weight / total) * (v[p]?.[kvStart + i] as number);
        }
      }
    }
    return out;
  });
  return tensors.multiply(name("attn_output.weight"), attended);
}
