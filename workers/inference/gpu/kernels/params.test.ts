// What TypeScript says of a kernel must be what its shader declares: params by name, type and order, bindings by name.
import { describe, expect, it } from "vitest";
import { declaredBindings, type KernelSource } from "../kernel";
import * as attentionKernels from "./attention-kernels";
import * as chunkKernels from "./chunk-kernels";
import * as int16Columns from "./columns-int16-kernels";
import * as columnsKernels from "./columns-kernels";
import * as int16Kernels from "./int16-kernels";
import * as layerKernels from "./layer-kernels";
import * as matrixKernels from "./matrix-kernels";
import * as sampleKernels from "./sample-kernels";
import * as tiled from "./tiled";
import * as tokenKernels from "./token-kernels";

const isKernel = (value: object): value is KernelSource => "code" in value && "bindings" in value;
const listKernels = (value: unknown): KernelSource[] => {
  if (typeof value !== "object" || value === null) return [];
  return isKernel(value) ? [value] : Object.values(value).flatMap(listKernels);
};
const spec = {
  type: "q4_k",
  rows: 64,
  columns: 256,
  planeStarts: [1, 2, 3],
  epsilon: 1e-6,
} as const;
const strides = { slotStride: 64, uzStride: 64, nextStride: 64 };
const kernels = listKernels({
  ...layerKernels,
  ...matrixKernels,
  ...chunkKernels,
  ...tiled,
  ...attentionKernels,
  ...sampleKernels,
  ...tokenKernels,
  ...int16Kernels,
  ...columnsKernels,
  int16Columns: [
    int16Columns.int16ColumnsMatvec({ ...spec, firstRow: 0, hasNorm: true, xStride: 64, yStride: 64 }),
    int16Columns.int16ColumnsResidual({ ...spec, xStride: 64, nextStride: 64 }),
    int16Columns.int16ColumnsMambaInput({ ...spec, ...strides, xStride: 64 }),
    int16Columns.int16ColumnsMlpInput({ ...spec, xStride: 64, nextStride: 64 }),
    int16Columns.int16ColumnsMambaStep({ ...spec, ...strides }),
  ],
  int16: [
    int16Kernels.int16NormInput({ size: 256 }),
    int16Kernels.int16Matvec({ ...spec, firstRow: 0, hasNorm: true }),
    int16Kernels.int16Residual(spec),
    int16Kernels.int16Kv({ ...spec, kvFormat: "f16" }),
    int16Kernels.int16MambaInput(spec),
    int16Kernels.int16MlpInput(spec),
    int16Kernels.int16MambaStep(spec),
    int16Kernels.int16AttentionMerge({ headCount: 1, headSize: 32, slices: 1 }),
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

    it("binds what its shader declares, with the params, if any, last and at most eight storage buffers", () => {
      const declared = declaredBindings(code);
      const uniforms = Object.keys(params).length > 0 ? ["params"] : [];
      expect([...bindings, ...uniforms]).toEqual(declared.map((binding) => binding.name));
      expect(declared.filter((binding) => binding.type !== "uniform").length).toBeLessThanOrEqual(8);
    });

    it("has an entry point of its name", () => {
      expect(code).toContain(`fn ${name}(`);
    });
  },
);
