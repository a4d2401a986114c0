// Starts compiling what the token plan (decode.ts, decode-int16.ts) of a file will need, while its weights are still on their way.
import type { KernelCompiler, KernelSource } from "../gpu/kernel";
import {
  type BlockType,
  int16AttentionMerge,
  int16Kv,
  int16MambaInput,
  int16MambaStep,
  int16Matvec,
  int16MlpInput,
  int16NormInput,
  int16Residual,
} from "../gpu/kernels/int16-kernels";
import type { KvFormat } from "../gpu/kernels/layer-kernels";
import {
  chooseShape,
  mambaInput,
  mambaStep,
  mlpInput,
  normInput,
  tokenAttention,
  tokenAttentionMerge,
  tokenKv,
  tokenMatvec,
  tokenResidual,
} from "../gpu/kernels/token-kernels";
import { findPlaneStarts } from "../gpu/matrix";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import type { TokenPathSpec } from "./token-path";
import { countTokenSlices } from "./token-scratch";

/** What a tensor is for, by the last part of its name. */
const roleOf = ({ name }: TensorInfo): string => name.replace(/^blk\.\d+\./, "").replace(/\.weight$/, "");

/** The kernel that reads a matrix; none for what is read in another's dispatch. */
function findKernel(tensor: TensorInfo, kvFormat: KvFormat, isTied: boolean): KernelSource | undefined {
  const { type, dims } = tensor;
  const [columns = 0, rows = 0] = dims;
  const shape = chooseShape(rows, columns);
  switch (roleOf(tensor)) {
    case "ssm_in":
      return mambaInput[shape][type];
    case "ssm_dt":
      return mambaStep[type];
    case "ssm_x":
    case "attn_q":
    case "output":
      return tokenMatvec[shape][type];
    case "token_embd":
      return isTied ? tokenMatvec[shape][type] : undefined;
    case "attn_k":
    case "attn_v":
      return tokenKv[kvFormat][shape][type];
    case "ffn_gate":
      return mlpInput[shape][type];
    case "ssm_out":
    case "attn_output":
    case "ffn_down":
      return tokenResidual[shape][type];
    default:
      return undefined;
  }
}

/** The same with activations in int16. */
function findInt16Kernel(tensor: TensorInfo, kvFormat: KvFormat, config: Config): KernelSource | undefined {
  const [columns = 0, rows = 0] = tensor.dims;
  const shape = { rows, columns, epsilon: config.rmsNormEpsilon };
  const planeStarts = findPlaneStarts({ type: tensor.type, rows, columns });
  const spec = { ...shape, type: tensor.type as BlockType, planeStarts };
  switch (roleOf(tensor)) {
    case "ssm_in":
      return int16MambaInput(spec);
    case "ssm_dt":
      return int16MambaStep({ ...shape, type: tensor.type, planeStarts });
    case "ssm_x":
      return int16Matvec({ ...spec, firstRow: 0, hasNorm: false });
    case "attn_q":
    case "output":
      return int16Matvec({ ...spec, firstRow: 0, hasNorm: true });
    case "token_embd":
      return config.isTied ? int16Matvec({ ...spec, firstRow: 0, hasNorm: true }) : undefined;
    case "attn_k":
    case "attn_v":
      return int16Kv({ ...spec, kvFormat });
    case "ffn_gate":
      return int16MlpInput(spec);
    case "ssm_out":
    case "attn_output":
    case "ffn_down":
      return int16Residual(spec);
    default:
      return undefined;
  }
}

export function compileTokenAhead(
  compiler: KernelCompiler,
  tensors: readonly TensorInfo[],
  { config, kvFormat, activations, contextLength }: TokenPathSpec,
): void {
  const { headCount, headSize, hiddenSize, isTied } = config;
  const isInt16 = activations === "int16";
  const sources = new Set<KernelSource>([
    tokenAttention[kvFormat],
    ...(isInt16
      ? [
          int16NormInput({ size: hiddenSize }),
          int16AttentionMerge({ headCount, headSize, slices: countTokenSlices(contextLength) }),
        ]
      : [normInput, tokenAttentionMerge]),
  ]);
  for (const tensor of tensors.filter(({ dims }) => dims.length === 2)) {
    const source = isInt16 ? findInt16Kernel(tensor, kvFormat, config) : findKernel(tensor, kvFormat, isTied);
    if (source) sources.add(source);
  }
  for (const source of sources) compiler.compile(source).catch(() => {}); // whoever records it hears of a failure
}
