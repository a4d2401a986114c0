// A plan is a fixed list of dispatches made at load: pipelines and params never change afterwards, bind groups only when a
// buffer grows, so a token only encodes them. Grids may depend on the number of tokens in the chunk.
import { invariant } from "../errors";
import { createSmallBuffer, type Gpu } from "./device";
import { hasParams, KernelCompiler, type KernelSource, type ParamValues, packParams } from "./kernel";

/** A whole buffer or a slice of one; slices start at multiples of 256 bytes. */
export interface BufferSlice {
  readonly buffer: GPUBuffer;
  readonly offset: number; // bytes
  readonly size: number; // bytes
}

export type Binding = GPUBuffer | BufferSlice;
export type Grid = (tokenCount: number) => readonly [x: number, y?: number, z?: number];

export interface Dispatch {
  readonly label: string;
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly grid: Grid;
  /** Multiply-adds a token, to bound what one submit holds. */
  readonly work: number;
  /** A step of its own in place of the recorder's. */
  readonly stepGroup?: GPUBindGroup;
}

export type Plan = readonly Dispatch[];

const UNIFORM_SLOT = 256; // bytes; minUniformBufferOffsetAlignment is at most this
const SLOTS_PER_BUFFER = 256;

/** What a bind group was made of: the storage buffers first, then the params, if any. */
interface Bound {
  readonly layout: GPUBindGroupLayout;
  readonly resources: readonly BufferSlice[];
  readonly bufferCount: number;
}

const bound = new WeakMap<GPUBindGroup, Bound>();

/** The storage buffers of a recorded dispatch's bind group; none of a group made elsewhere. For measurements. */
export function buffersOf(bindGroup: GPUBindGroup): readonly GPUBuffer[] {
  const { resources = [], bufferCount } = bound.get(bindGroup) ?? {};
  return resources.slice(0, bufferCount).map(({ buffer }) => buffer);
}

/** Records dispatches and owns what they need beside the tensors: the params' uniform buffers and the step buffer. */
export class Recorder {
  readonly compiler: KernelCompiler;
  /** What shaders/lib/step.wgsl sees; written by the CPU or, as storage, by a kernel that does not include it. */
  readonly step: GPUBuffer;
  readonly stepGroup: GPUBindGroup;
  private readonly uniforms: GPUBuffer[] = [];
  private usedSlots = 0;
  private pending: Promise<Dispatch>[] = [];
  private ownStep: GPUBindGroup | undefined;

  constructor(private readonly gpu: Gpu) {
    this.compiler = new KernelCompiler(gpu.device, gpu.isCpu);
    this.step = createSmallBuffer(gpu, {
      label: "step",
      size: 16,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.stepGroup = this.bindStep({ buffer: this.step, offset: 0, size: 16 });
  }

  /** For atStep(): a step that lies elsewhere. */
  bindStep(resource: BufferSlice): GPUBindGroup {
    const layout = this.compiler.stepLayout;
    return this.gpu.device.createBindGroup({ label: "step", layout, entries: [{ binding: 0, resource }] });
  }

  /** What `record` records sees that step in place of the recorder's. */
  atStep(group: GPUBindGroup, record: () => void): void {
    this.ownStep = group;
    record();
    this.ownStep = undefined;
  }

  /** Adds a dispatch to the plan being recorded. Bindings go by the names the kernel gives them. */
  run<Source extends KernelSource>(
    source: Source,
    bindings: { readonly [Name in Source["bindings"][number]]: Binding },
    params: ParamValues<Source>,
    grid: Grid,
    work = 0,
  ): void {
    const uniforms = hasParams(source) ? [this.takeSlot(packParams(source, params))] : [];
    const resources = source.bindings.map((name) => asSlice(bindings[name as Source["bindings"][number]]));
    const step = this.ownStep ? { stepGroup: this.ownStep } : {};
    this.pending.push(
      this.compiler.compile(source).then(({ pipeline, layout }) => {
        const bindGroup = this.bind(source.name, {
          layout,
          resources: [...resources, ...uniforms],
          bufferCount: resources.length,
        });
        return { label: source.name, pipeline, bindGroup, grid, work, ...step };
      }),
    );
  }

  /** Ends the plan being recorded; resolves when its pipelines are compiled. */
  finish(): Promise<Plan> {
    const dispatches = this.pending;
    this.pending = [];
    return Promise.all(dispatches);
  }

  /** The same plan with other buffers, each bound whole, in place of some: for a buffer that had to grow. */
  rebind(plan: Plan, replaced: ReadonlyMap<GPUBuffer, GPUBuffer>): Plan {
    return plan.map((dispatch) => {
      const before = bound.get(dispatch.bindGroup);
      if (!before?.resources.some(({ buffer }) => replaced.has(buffer))) return dispatch;
      const resources = before.resources.map((resource) => {
        const buffer = replaced.get(resource.buffer);
        return buffer ? asSlice(buffer) : resource;
      });
      return { ...dispatch, bindGroup: this.bind(dispatch.label, { ...before, resources }) };
    });
  }

  dispose(): void {
    this.step.destroy();
    for (const buffer of this.uniforms) buffer.destroy();
  }

  private bind(label: string, made: Bound): GPUBindGroup {
    const bindGroup = this.gpu.device.createBindGroup({
      label,
      layout: made.layout,
      entries: made.resources.map((resource, binding) => ({ binding, resource })),
    });
    bound.set(bindGroup, made);
    return bindGroup;
  }

  private takeSlot(bytes: ArrayBuffer): BufferSlice {
    const index = this.usedSlots++ % SLOTS_PER_BUFFER;
    if (index === 0) {
      this.uniforms.push(
        createSmallBuffer(this.gpu, {
          label: "params",
          size: UNIFORM_SLOT * SLOTS_PER_BUFFER,
          usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
        }),
      );
    }
    const buffer = this.uniforms.at(-1) as GPUBuffer;
    this.gpu.device.queue.writeBuffer(buffer, index * UNIFORM_SLOT, bytes);
    return { buffer, offset: index * UNIFORM_SLOT, size: bytes.byteLength };
  }
}

function asSlice(binding: Binding): BufferSlice {
  return "buffer" in binding ? binding : { buffer: binding, offset: 0, size: binding.size };
}

/** Encodes dispatches into one pass. */
export function encode(encoder: GPUCommandEncoder, plan: Plan, recorder: Recorder, tokenCount: number): void {
  const pass = encoder.beginComputePass({ label: "forward" });
  encodeInto(pass, plan, recorder, tokenCount);
  pass.end();
}

/** Encodes dispatches into a pass that others end. */
export function encodeInto(
  pass: GPUComputePassEncoder,
  plan: Plan,
  recorder: Recorder,
  tokenCount: number,
): void {
  pass.setBindGroup(1, recorder.stepGroup);
  let currentStep = recorder.stepGroup;
  let current: GPUComputePipeline | undefined;
  for (const { pipeline, bindGroup, grid, label, stepGroup = recorder.stepGroup } of plan) {
    if (pipeline !== current) pass.setPipeline(pipeline);
    current = pipeline;
    if (stepGroup !== currentStep) pass.setBindGroup(1, stepGroup);
    currentStep = stepGroup;
    pass.setBindGroup(0, bindGroup);
    const [x, y = 1, z = 1] = grid(tokenCount);
    invariant(Math.max(x, y, z) <= 65535, () => `${label}: grid ${x}, ${y}, ${z}`);
    pass.dispatchWorkgroups(x, y, z);
  }
}
