// The kernels that read quantised matrices, one of each for every tensor type.
import embedShader from "../../../../shaders/embed.wgsl?raw";
import stepCode from "../../../../shaders/lib/step.wgsl?raw";
import matmulShader from "../../../../shaders/matmul.wgsl?raw";
import { TENSOR_TYPES, type TensorType } from "../../parse/tensor-types";
import type { KernelSource } from "../kernel";
import { FORMATS } from "./formats";

const planes = { plane_1: "u32", plane_2: "u32", plane_3: "u32" } as const;

function forEveryType<Source extends KernelSource>(
  make: (formatCode: string) => Source,
): Record<TensorType, Source> {
  const types = Object.keys(TENSOR_TYPES) as TensorType[];
  return Object.fromEntries(types.map((type) => [type, make(FORMATS[type].code)])) as Record<
    TensorType,
    Source
  >;
}

export const embed = forEveryType((format) => ({
  name: "embed",
  code: format + embedShader,
  bindings: ["planes", "plane_words", "token_ids", "y"] as const,
  params: { units: "u32", first_row: "u32", row_count: "u32", ...planes } as const,
}));

export const matmul = forEveryType((format) => ({
  name: "matmul",
  code: stepCode + format + matmulShader,
  bindings: ["planes", "plane_words", "x", "y"] as const,
  params: {
    units: "u32",
    first_row: "u32",
    row_count: "u32",
    row_stride: "u32",
    x_stride: "u32",
    accumulate: "u32",
    token_limit: "u32",
    ...planes,
  } as const,
}));
