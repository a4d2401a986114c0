// The browser's own GPU with a hand on it, for tests of faults: it counts what is allocated and freed, has no memory for one
// allocation, or offers less than there is.

/** SwiftShader lets a buffer of this size pass its limits, and never has it. */
const MORE_THAN_THERE_IS = 2 ** 30;

export interface HeldGpu {
  readonly gpu: GPU;
  readonly devices: readonly GPUDevice[];
  /** Buffers made and not freed, by label. */
  readonly live: () => string[];
  /** Allocations so far. */
  readonly count: () => number;
  /** From now on, lets the allocation with that number, counted from 0, be one that no memory is left for; null: none. */
  failAt(index: number | null): void;
}

export interface HoldOptions {
  readonly limits?: Partial<Record<"maxBufferSize" | "maxStorageBufferBindingSize", number>>;
}

type Limits = NonNullable<HoldOptions["limits"]>;

function lower(owner: GPUAdapter | GPUDevice, limits: Limits): void {
  const offered = new Proxy(owner.limits, {
    get: (own, name) => limits[name as keyof Limits] ?? Reflect.get(own, name, own),
  });
  Object.defineProperty(owner, "limits", { value: offered });
}

export function holdGpu({ limits = {} }: HoldOptions = {}): HeldGpu {
  const devices: GPUDevice[] = [];
  const buffers = new Set<GPUBuffer>();
  let count = 0;
  let failing: number | null = null;
  const holdBuffers = (device: GPUDevice): void => {
    const make = device.createBuffer.bind(device);
    device.createBuffer = (descriptor) => {
      const size = count++ === failing ? MORE_THAN_THERE_IS : descriptor.size;
      const buffer = make({ ...descriptor, size });
      const free = buffer.destroy.bind(buffer);
      buffers.add(buffer);
      buffer.destroy = () => {
        buffers.delete(buffer);
        free();
      };
      return buffer;
    };
  };
  const holdAdapter = (adapter: GPUAdapter): void => {
    const open = adapter.requestDevice.bind(adapter);
    lower(adapter, limits);
    adapter.requestDevice = async (descriptor) => {
      const device = await open(descriptor);
      devices.push(device);
      lower(device, limits);
      holdBuffers(device);
      return device;
    };
  };
  const gpu = {
    requestAdapter: async (options?: GPURequestAdapterOptions) => {
      const adapter = await navigator.gpu.requestAdapter(options);
      if (adapter) holdAdapter(adapter);
      return adapter;
    },
    wgslLanguageFeatures: navigator.gpu.wgslLanguageFeatures,
  } as unknown as GPU;
  return {
    gpu,
    devices,
    live: () => [...buffers].map(({ label }) => label),
    count: () => count,
    failAt: (index) => {
      failing = index === null ? null : count + index;
    },
  };
}
