// pdf.js inflates a stream to its end into one buffer and counts nothing, so that a few kilobytes can ask for gigabytes. While a
// document is parsed, the worker's own Uint8Array and DecompressionStream refuse to grow beyond the limit; pdf.js may take the
// refusal for one more damaged page, which is why it is remembered here.

export interface MemoryGuard {
  readonly wasExceeded: () => boolean;
  readonly remove: () => void;
}

class BufferTooLargeError extends RangeError {}

export function guardMemory(maxBytes: number): MemoryGuard {
  const { Uint8Array: PlainArray, DecompressionStream: PlainStream } = globalThis;
  let isExceeded = false;
  const check = (byteLength: number): void => {
    if (byteLength <= maxBytes) return;
    isExceeded = true;
    throw new BufferTooLargeError(`A buffer of ${byteLength} bytes is above the limit of ${maxBytes}`);
  };
  const GuardedArray = new Proxy(PlainArray, {
    construct: (target, args: unknown[], newTarget): object => {
      if (typeof args[0] === "number") check(args[0]);
      return Reflect.construct(target, args, newTarget);
    },
  });
  class GuardedStream extends PlainStream {
    override readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
    constructor(format: CompressionFormat) {
      super(format);
      let total = 0;
      const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          total += chunk.byteLength;
          check(total);
          controller.enqueue(chunk);
        },
      });
      this.readable = super.readable.pipeThrough(counter);
    }
  }
  Object.assign(globalThis, { Uint8Array: GuardedArray, DecompressionStream: GuardedStream });
  return {
    wasExceeded: () => isExceeded,
    remove: () => Object.assign(globalThis, { Uint8Array: PlainArray, DecompressionStream: PlainStream }),
  };
}
