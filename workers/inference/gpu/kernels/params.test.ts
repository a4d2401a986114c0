// What TypeScript says of a kernel must be what its shader declares: params by name, type and order, bindings by name.
import { describe, expect, it } from "vitest";
import { declaredBindings, type KernelSource } from "../kernel";
import * as attentionKernels from "./attention-kernels";
import * as chunkKernels from "./chunk-kernels";
import * as int8Kernels from "./int8-kernels";
import * as layerKernels from "./layer-kernels";
import * as matrixKernels from "./matrix-kernels";
import * as sampleKernels from "./sample-kernels";
import * as tokenKernels from "./token-kernels";

const isKernel = (value: object): value is KernelSource => "code" in value && "bindings" in value;
const listKernels = (value: unknown): KernelSource[] => {
  if (typeof value !== "object" || value === null) return [];
  return isKernel(value) ? [value] : Object.values(value).flatMap(listKernels);
};
const kernels = listKernels({
  ...layerKernels,
  ...matrixKernels,
  ...chunkKernels,
  ...attentionKernels,
  ...sampleKernels,
  ...tokenKernels,
  ...int8Kernels,
  int8: [
    int8Kernels.int8Matvec("q4_k", 256, int8Kernels.chooseInt8Shape(256)),
    int8Kernels.int8Residual("q4_k", 256),
    int8Kernels.int8Kv("f16", "q4_k", 256),
    int8Kernels.int8MambaInput("q4_k", 256),
    int8Kernels.int8MlpInput("q4_k", 256),
    int8Kernels.int8MambaStep("q4_k"),
  ],
});

describe.each(kernels.map((kernel) => [kernel.name, kernel] as const))(
  "%s",
  (_, { name, code, bindings, params }) => {
    it("has the params of its shader's struct", () => {
      const body = /struct Params \{([^}]*)\}/.exec(code)?.[1] ?? "";
      const fields = [...body.matchAll(/(\w+): (\w+),/g)].map(([, field, type]) => [field, type]);
      expect(Object.entries(params)).toEqual(fields);
    });

    it("binds what its shader declares, with the params last and at most eight storage buffers", () => {
      const declared = declaredBindings(code);
      expect([...bindings, "params"]).toEqual(declared.map((binding) => binding.name));
      expect(declared.filter((binding) => binding.type !== "uniform").length).toBeLessThanOrEqual(8);
    });

    it("has an entry point of its name", () => {
      expect(code).toContain(`fn ${name}(`);
    });
  },
);
