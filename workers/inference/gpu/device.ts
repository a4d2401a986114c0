// Opens the GPU: adapter, device, limits, and the sentences for when there is none. Knows no model.
import type { GpuReport } from "../api";
import { DeviceLostError, GpuLimitError, GpuOutOfMemoryError, WebGpuUnavailableError } from "../errors";

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
  /** Those who wait for the GPU: rejected when it is lost, as its own promises may never settle then. */
  readonly waiting: Set<(error: DeviceLostError) => void>;
  /** The first validation error that no scope caught: a bug of ours, fatal to the model on this device. */
  readonly takeError: () => GPUError | undefined;
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

/** WebGPU's own default limits and no optional feature, to test that the engine needs no more. */
export interface OpenOptions {
  readonly useDefaultLimits?: boolean;
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
  let lostError: DeviceLostError | undefined;
  let uncaught: GPUError | undefined;
  const waiting = new Set<(error: DeviceLostError) => void>();
  const lost = device.lost.then((info) => {
    const error = new DeviceLostError(info.message || info.reason);
    lostError = error;
    for (const reject of waiting) reject(error);
    waiting.clear();
    return error;
  });
  device.addEventListener("uncapturederror", (event) => {
    uncaught ??= event.error;
  });
  return {
    device,
    info: adapter.info,
    features: new Set(features),
    languageFeatures: new Set(gpu?.wgslLanguageFeatures),
    isCpu: isCpuAdapter(adapter.info),
    lost,
    isLost: () => lostError !== undefined,
    waiting,
    takeError: () => {
      const error = uncaught;
      uncaught = undefined;
      return error;
    },
    dispose: () => device.destroy(),
  };
}

/** Waits for `work` unless the device is lost first. Leaves nothing behind, unlike a race with a promise that outlives it. */
export function untilLost<T>(gpu: Gpu, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    gpu.waiting.add(reject);
    work.then(resolve, reject).finally(() => gpu.waiting.delete(reject));
  });
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
  const [invalid, full] = await untilLost(gpu, Promise.all([device.popErrorScope(), device.popErrorScope()]));
  if (invalid || full) {
    buffer.destroy();
    throw new GpuOutOfMemoryError(descriptor.label, descriptor.size);
  }
  return buffer;
}
