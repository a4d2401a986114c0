// Watches what a device is asked to do, from outside: for measuring, never on the way of an answer. Methods of the device's
// own objects are covered while somebody watches and uncovered afterwards.

/** Covers a method of one object; returns the function that uncovers it. */
function cover<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  make: (original: Target[Name]) => Target[Name],
): () => void {
  const original = target[name] as Target[Name] & { bind(to: Target): Target[Name] };
  Object.defineProperty(target, name, { value: make(original.bind(target)), configurable: true });
  return () => void Reflect.deleteProperty(target, name);
}

export interface EncodeTimes {
  readonly elapsedMs: number;
  readonly submits: number;
}

/** Times the JavaScript between the first command after a submit and the end of the next submit. */
export function timeEncoding(device: GPUDevice): { read(): EncodeTimes; stop(): void } {
  let startedAt: number | null = null;
  let elapsedMs = 0;
  let submits = 0;
  const begin = (): void => {
    startedAt ??= performance.now();
  };
  const uncover = [
    cover(device, "createCommandEncoder", (create) => (descriptor) => {
      begin();
      return create(descriptor);
    }),
    cover(device.queue, "writeBuffer", (write) => (...args: Parameters<GPUQueue["writeBuffer"]>) => {
      begin();
      write(...args);
    }),
    cover(device.queue, "submit", (submit) => (buffers) => {
      begin();
      submit(buffers);
      elapsedMs += performance.now() - (startedAt as number);
      startedAt = null;
      submits++;
    }),
  ];
  return {
    read: () => ({ elapsedMs, submits }),
    stop: () => {
      for (const restore of uncover) restore();
    },
  };
}

export interface ObservedDispatch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroups: readonly (GPUBindGroup | undefined)[];
  readonly grid: readonly [x: number, y: number, z: number];
}

/** Notes every dispatch that is encoded, in order. */
export function recordDispatches(device: GPUDevice): {
  readonly dispatches: ObservedDispatch[];
  stop(): void;
} {
  const dispatches: ObservedDispatch[] = [];
  const stop = cover(device, "createCommandEncoder", (create) => (descriptor) => {
    const encoder = create(descriptor);
    cover(encoder, "beginComputePass", (begin) => (passDescriptor) => {
      const pass = begin(passDescriptor);
      recordPass(pass, dispatches);
      return pass;
    });
    return encoder;
  });
  return { dispatches, stop };
}

function recordPass(pass: GPUComputePassEncoder, dispatches: ObservedDispatch[]): void {
  let pipeline: GPUComputePipeline | undefined;
  const bindGroups: (GPUBindGroup | undefined)[] = [];
  cover(pass, "setPipeline", (set) => (next) => {
    pipeline = next;
    set(next);
  });
  const setBindGroup = pass.setBindGroup.bind(pass) as (index: number, group: GPUBindGroup | null) => void;
  Object.defineProperty(pass, "setBindGroup", {
    configurable: true,
    value: (index: number, group: GPUBindGroup | null) => {
      bindGroups[index] = group ?? undefined;
      setBindGroup(index, group);
    },
  });
  cover(pass, "dispatchWorkgroups", (dispatch) => (x, y = 1, z = 1) => {
    if (pipeline) dispatches.push({ pipeline, bindGroups: [...bindGroups], grid: [x, y, z] });
    dispatch(x, y, z);
  });
}
