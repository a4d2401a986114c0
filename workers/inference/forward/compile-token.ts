// Starts compiling what the token plan (decode.ts) of a file will need, while its weights are still on their way.
import type { KernelCompiler, KernelSource } from "../gpu/kernel";
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
import type { TensorInfo } from "../parse/gguf";

/** The kernel that reads a matrix, by the last part of its name; none for what is read in another's dispatch. */
function findKernel(tensor: TensorInfo, kvFormat: KvFormat, isTied: boolean): KernelSource | undefined {
  const { name, type, dims } = tensor;
  const [columns = 0, rows = 0] = dims;
  const shape = chooseShape(rows, columns);
  switch (name.replace(/^blk\.\d+\./, "")) {
    case "ssm_in.weight":
      return mambaInput[shape][type];
    case "ssm_dt.weight":
      return mambaStep[type];
    case "ssm_x.weight":
    case "attn_q.weight":
    case "output.weight":
      return tokenMatvec[shape][type];
    case "token_embd.weight":
      return isTied ? tokenMatvec[shape][type] : undefined;
    case "attn_k.weight":
    case "attn_v.weight":
      return tokenKv[kvFormat][shape][type];
    case "ffn_gate.weight":
      return mlpInput[shape][type];
    case "ssm_out.weight":
    case "attn_output.weight":
    case "ffn_down.weight":
      return tokenResidual[shape][type];
    default:
      return undefined;
  }
}

export function compileTokenAhead(
  compiler: KernelCompiler,
  tensors: readonly TensorInfo[],
  kvFormat: KvFormat,
): void {
  const isTied = !tensors.some(({ name }) => name === "output.weight");
  const sources = new Set<KernelSource>([normInput, tokenAttention[kvFormat], tokenAttentionMerge]);
  for (const tensor of tensors) {
    const source = findKernel(tensor, kvFormat, isTied);
    if (source) sources.add(source);
  }
  for (const source of sources) compiler.compile(source).catch(() => {}); // whoever records it hears of a failure
}
