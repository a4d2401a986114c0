// Opens the GPU: adapter, device, limits, and the sentences for when there is none. Knows no model.
import type { GpuReport } from "../api";
import { DeviceLostError, GpuLimitError, GpuOutOfMemoryError, WebGpuUnavailableError } from "../errors";
import { Waits } from "./waits";

/** A device with what the rest of the pipeline asks of it; made once a load, disposed with the model. */
export interface Gpu {
  readonly device: GPUDevice;
  readonly info: GPUAdapterInfo;
  /** The optional features the device has; the engine runs with none. */
  readonly features: ReadonlySet<string>;
  /** What the browser's WGSL knows beyond its first version. */
  readonly languageFeatures: ReadonlySet<string>;
  /** A CPU behind WebGPU: other kernels and grids suit it. */
  readonly isCpu: boolean;
  /** Settles when the device goes away. */
  readonly lost: Promise<DeviceLostError>;
  readonly isLost: () => boolean;
  /** What waits for the GPU: rejected when it is lost, as its own promises may never settle then. */
  readonly waits: Waits;
  /** The first validation error that no scope caught: a bug of ours, fatal to the model on this device. Or memory that was out. */
  readonly takeError: () => GPUError | GpuOutOfMemoryError | undefined;
  /** Of an allocation that nobody waited for. */
  readonly noteOutOfMemory: (error: GpuOutOfMemoryError) => void;
  dispose(): void;
}

const NO_WEBGPU =
  "This browser has no WebGPU. Use a current Chrome, Edge or Safari 26, or Firefox 141 on Windows; on Linux, Chrome may need chrome://flags/#enable-unsafe-webgpu.";
const NO_ADAPTER =
  "The browser found no usable GPU. Turn on hardware acceleration in the browser's settings, update the graphics driver, or reload the page if the driver has just crashed.";

/** Storage buffers a kernel binds at most; WebGPU guarantees eight. */
export const MAX_STORAGE_BUFFERS = 8;

async function findAdapter(gpu: GPU | undefined): Promise<GPUAdapter> {
  if (!gpu) throw new WebGpuUnavailableError(NO_WEBGPU);
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new WebGpuUnavailableError(NO_ADAPTER);
  return adapter;
}

const isCpuAdapter = ({ isFallbackAdapter, architecture, description }: GPUAdapterInfo): boolean =>
  isFallbackAdapter || /swiftshader|llvmpipe/i.test(`${architecture} ${description}`);

/** Describes the adapter without opening a device. Never throws. */
export async function probeGpu(gpu: GPU | undefined): Promise<GpuReport> {
  if (!gpu) return { status: "unavailable", reason: "no-webgpu", message: NO_WEBGPU };
  try {
    const adapter = await findAdapter(gpu);
    const { vendor, architecture, description } = adapter.info;
    return {
      status: "ready",
      vendor,
      architecture,
      description,
      isFallback: isCpuAdapter(adapter.info),
      features: [...adapter.features],
      maxBufferBytes: adapter.limits.maxBufferSize,
    };
  } catch {
    return { status: "unavailable", reason: "no-adapter", message: NO_ADAPTER };
  }
}

/** Optional features that some kernel can use. */
const USEFUL_FEATURES = [
  "shader-f16",
  "subgroups",
  "timestamp-query",
  "chromium-experimental-subgroup-matrix",
];

/** No wait on a GPU takes as long: what has been submitted is bounded. A CPU in its place may have other things to do. */
const PATIENCE_SECONDS = { gpu: 10, cpu: 60 };

export interface OpenOptions {
  /** WebGPU's own default limits and no optional feature, to test that the engine needs no more. */
  readonly useDefaultLimits?: boolean;
  /** After which a device that does not answer is given up. */
  readonly patienceSeconds?: number;
}

/** Opens a device with the adapter's own limits (matrices above them are split) and the useful features it has. */
export async function openGpu(gpu: GPU | undefined, options: OpenOptions = {}): Promise<Gpu> {
  const adapter = await findAdapter(gpu);
  const { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize } = adapter.limits;
  const features = options.useDefaultLimits
    ? []
    : USEFUL_FEATURES.filter((feature) => adapter.features.has(feature as GPUFeatureName));
  const device = await adapter.requestDevice({
    label: "inference",
    requiredFeatures: features as GPUFeatureName[],
    requiredLimits: options.useDefaultLimits
      ? {}
      : { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize },
  });
  const isCpu = isCpuAdapter(adapter.info);
  let lostError: DeviceLostError | undefined;
  let uncaught: GPUError | GpuOutOfMemoryError | undefined;
  let resolve: (loss: DeviceLostError) => void = () => undefined;
  const lost = new Promise<DeviceLostError>((settle) => {
    resolve = settle; // Promise.withResolvers is not in Node 20, which runs the tools
  });
  const lose = (reason: string): void => {
    lostError ??= new DeviceLostError(reason);
    waits.rejectAll(lostError);
    resolve(lostError);
  };
  const patience = options.patienceSeconds ?? PATIENCE_SECONDS[isCpu ? "cpu" : "gpu"];
  const waits = new Waits(patience, () => {
    lose(`it has not answered for ${patience} seconds`);
    device.destroy();
  });
  void device.lost.then((info) => lose(info.message || info.reason));
  device.addEventListener("uncapturederror", (event) => {
    uncaught ??= event.error;
  });
  return {
    device,
    info: adapter.info,
    features: new Set(features),
    languageFeatures: new Set(gpu?.wgslLanguageFeatures),
    isCpu,
    lost,
    isLost: () => lostError !== undefined,
    waits,
    takeError: () => {
      const error = uncaught;
      uncaught = undefined;
      return error;
    },
    noteOutOfMemory: (error) => {
      uncaught = error; // what follows from it, a command with a buffer that is none, may have been told before
    },
    dispose: () => device.destroy(),
  };
}

/** Waits for `work` unless the device is lost first, or does not answer. */
export async function untilLost<T>(gpu: Gpu, work: Promise<T>): Promise<T> {
  const waiting = gpu.waits.wait(work);
  if (gpu.isLost()) gpu.waits.rejectAll(await gpu.lost);
  return waiting;
}

/**
 * Makes a buffer, or throws GpuLimitError or GpuOutOfMemoryError: an allocation that fails unseen gives an invalid buffer,
 * and every later result with it is garbage.
 */
export async function createBuffer(
  gpu: Gpu,
  descriptor: GPUBufferDescriptor & { label: string },
): Promise<GPUBuffer> {
  const { device } = gpu;
  const isBound = (descriptor.usage & GPUBufferUsage.STORAGE) !== 0; // whole, in some kernel
  for (const limit of [
    "maxBufferSize",
    ...(isBound ? ["maxStorageBufferBindingSize" as const] : []),
  ] as const) {
    const offered = device.limits[limit];
    if (descriptor.size > offered) throw new GpuLimitError(limit, descriptor.size, offered);
  }
  device.pushErrorScope("out-of-memory");
  device.pushErrorScope("validation");
  const buffer = device.createBuffer(descriptor);
  try {
    const scopes = Promise.all([device.popErrorScope(), device.popErrorScope()]);
    const [invalid, full] = await untilLost(gpu, scopes);
    if (invalid || full) throw new GpuOutOfMemoryError(descriptor.label, descriptor.size);
    return buffer;
  } catch (error) {
    buffer.destroy();
    throw error;
  }
}

/** Makes a buffer that is too small to wait for. Where there is no room even for that, takeError() says so before anything is read. */
export function createSmallBuffer(
  { device, noteOutOfMemory }: Gpu,
  descriptor: GPUBufferDescriptor & { label: string },
): GPUBuffer {
  device.pushErrorScope("out-of-memory");
  const buffer = device.createBuffer(descriptor);
  device.popErrorScope().then(
    (full) => full && noteOutOfMemory(new GpuOutOfMemoryError(descriptor.label, descriptor.size)),
    () => undefined, // the device is lost, which others say
  );
  return buffer;
}

/** Resolves when every error of what was asked of the device so far has been told. */
export async function hearErrors(gpu: Gpu): Promise<void> {
  gpu.device.pushErrorScope("validation");
  await untilLost(gpu, gpu.device.popErrorScope());
}
