// A kernel as data, and the one class that compiles it. Bindings are in the shader's order: the storage buffers named,
// then the uniform params, if any; group 1 holds the step uniform for the shaders that include lib/step.wgsl.
import { DeviceLostError, InternalError, invariant } from "../errors";

export type ParamType = "u32" | "f32";

export interface KernelSource {
  /** Name of the shader's entry point. */
  readonly name: string;
  readonly code: string;
  readonly bindings: readonly string[];
  readonly params: Readonly<Record<string, ParamType>>;
  /** Overrides on every adapter. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Overrides on an adapter that is a CPU: there a barrier costs more than an idle lane. */
  readonly cpuConstants?: Readonly<Record<string, number>>;
}

export type ParamValues<Source extends KernelSource> = { readonly [Name in keyof Source["params"]]: number };

const BINDING = /@group\(0\) @binding\((\d+)\) var<(storage, read_write|storage, read|uniform)> (\w+)/g;

const STEP = /@group\(1\)/;

/** The binding types a shader declares, by index. */
export function declaredBindings(code: string): { name: string; type: GPUBufferBindingType }[] {
  const found: { name: string; type: GPUBufferBindingType }[] = [];
  for (const [, index, space, name] of code.matchAll(BINDING)) {
    const type =
      space === "uniform" ? "uniform" : space === "storage, read" ? "read-only-storage" : "storage";
    found[Number(index)] = { name: name as string, type };
  }
  return found;
}

/** Params as a uniform buffer's bytes: four bytes each in order, padded to 16. */
export function packParams<Source extends KernelSource>(
  source: Source,
  values: ParamValues<Source>,
): ArrayBuffer {
  const names = Object.keys(source.params) as (keyof Source["params"])[];
  const bytes = new DataView(new ArrayBuffer(Math.ceil(names.length / 4) * 16));
  names.forEach((name, index) => {
    const value = values[name];
    if (source.params[name as string] === "f32") bytes.setFloat32(index * 4, value, true);
    else {
      invariant(
        Number.isInteger(value) && value >= 0 && value < 2 ** 32,
        () => `${source.name}.${String(name)} = ${value}`,
      );
      bytes.setUint32(index * 4, value, true);
    }
  });
  return bytes.buffer;
}

/** A kernel may have constants alone. */
export const hasParams = ({ params }: KernelSource): boolean => Object.keys(params).length > 0;

export interface CompiledKernel {
  readonly source: KernelSource;
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

const LOSS_MS = 200;

/** Compiles kernels, each source once; the step layout is shared by all of them. */
export class KernelCompiler {
  readonly stepLayout: GPUBindGroupLayout;
  /** Of the device: what a workgroup's memory may be. */
  readonly workgroupBytes: number;
  private readonly compiled = new Map<KernelSource, Promise<CompiledKernel>>();

  constructor(
    private readonly device: GPUDevice,
    private readonly isCpu: boolean,
  ) {
    this.workgroupBytes = device.limits.maxComputeWorkgroupStorageSize;
    this.stepLayout = device.createBindGroupLayout({
      label: "step",
      entries: [{ binding: 0, visibility: GPUShaderStage.COMPUTE, buffer: { type: "uniform" } }],
    });
  }

  /** Starts compiling at once; the promise is the same for later calls with the same source. */
  compile(source: KernelSource): Promise<CompiledKernel> {
    const existing = this.compiled.get(source);
    if (existing) return existing;
    const kernel = this.build(source);
    this.compiled.set(source, kernel);
    return kernel;
  }

  private async build(source: KernelSource): Promise<CompiledKernel> {
    const declared = declaredBindings(source.code);
    const expected = hasParams(source) ? [...source.bindings, "params"] : source.bindings;
    invariant(
      declared.length === expected.length && declared.every((binding, i) => binding?.name === expected[i]),
      () => `${source.name} binds ${expected} and its shader declares ${declared.map((b) => b.name)}`,
    );
    const layout = this.device.createBindGroupLayout({
      label: source.name,
      entries: declared.map(({ type }, binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type },
      })),
    });
    const module = this.device.createShaderModule({ label: source.name, code: source.code });
    const compiling = this.device.createComputePipelineAsync({
      label: source.name,
      layout: this.device.createPipelineLayout({
        bindGroupLayouts: STEP.test(source.code) ? [layout, this.stepLayout] : [layout],
      }),
      compute: {
        module,
        entryPoint: source.name,
        constants: { ...source.constants, ...(this.isCpu ? source.cpuConstants : {}) },
      },
    });
    const pipeline = await compiling.catch((error: Error) => this.explain(source.name, error));
    return { source, pipeline, layout };
  }

  /** A lost device compiles nothing either, and says that it is lost a little later. */
  private async explain(kernel: string, error: Error): Promise<never> {
    const pause = new Promise<null>((resolve) => setTimeout(resolve, LOSS_MS, null));
    const loss = await Promise.race([this.device.lost, pause]);
    if (loss) throw new DeviceLostError(loss.message || loss.reason);
    throw new InternalError(`The kernel ${kernel} does not compile on this GPU: ${error.message}`);
  }
}
