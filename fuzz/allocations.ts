// Counts what a parser asks of the machine while it reads: copies of buffers, lists by their length, texts. Counted where they
// are made and not on the heap, so that the same input gives the same figure on every machine.
let counted = 0;

const TEXT_BYTES = 16; // of a string beside its characters
const ELEMENT_BYTES = 8; // of a plain list

let isInstalled = false;

/** From now on, for this process: a fuzzer's own, with nothing else in it. */
function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  const { slice } = ArrayBuffer.prototype;
  ArrayBuffer.prototype.slice = function (start, end) {
    const copy = slice.call(this, start, end);
    counted += copy.byteLength;
    return copy;
  };
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = function (input, options) {
    const text = decode.call(this, input, options);
    if (text !== "") counted += TEXT_BYTES + 2 * text.length;
    return text;
  };
  for (const list of [Array, Uint8Array, Float64Array] as const)
    countLists(list, list === Array ? ELEMENT_BYTES : 0);
}

function countLists(list: { from: unknown; readonly BYTES_PER_ELEMENT?: number }, plainBytes: number): void {
  const from = list.from as (source: ArrayLike<unknown>, map?: unknown) => unknown;
  const elementBytes = list.BYTES_PER_ELEMENT ?? plainBytes;
  list.from = (source: ArrayLike<unknown>, map?: unknown): unknown => {
    counted += source.length * elementBytes; // before it is made: a list that is too long counts although it fails
    return from.call(list, source, map);
  };
}

/** Bytes that were asked for until what `run` gives has settled. One at a time. */
export async function countAllocated(run: () => Promise<unknown>): Promise<number> {
  install();
  counted = 0;
  await run();
  return counted;
}
