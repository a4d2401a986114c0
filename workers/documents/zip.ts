// A ZIP's directory and the parts one asks for, each counted while it is inflated, so that a bomb stops at the limit and not
// at the end of memory. The directory at the end of the file decides, as in every reader of such files.
import { Inflate } from "fflate";
import type { DocumentLimits } from "./api";
import { DocumentError, isDocumentError } from "./errors";
import { MIN_BYTES_FOR_RATIO } from "./limits";

/** More parts than any book has; each costs memory before a byte is inflated. */
const MAX_ENTRIES = 50_000;
const INPUT_CHUNK_BYTES = 65_536; // inflates to at most 64 MiB before the count is looked at
const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_HEADER_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number; // 0 stored, 8 deflated
  readonly packedBytes: number;
  readonly offset: number; // of its local header
}

export interface ZipContext {
  readonly fileName: string;
  readonly limits: DocumentLimits;
}

export class ZipArchive {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #context: ZipContext;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #inflatedBytes = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>, context: ZipContext) {
    this.#bytes = bytes;
    this.#context = context;
    this.#entries = readDirectory(bytes, context.fileName);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** A part's bytes; a part that is not there is the document's fault, so ask `has` where it may be missing. */
  read(name: string): Uint8Array<ArrayBuffer> {
    const { fileName: file } = this.#context;
    const entry = this.#entries.get(name);
    if (!entry) throw new DocumentError({ kind: "part-missing", file, part: name });
    if (entry.isEncrypted) throw new DocumentError({ kind: "password-unsupported", file });
    const packed = this.#findPacked(entry);
    if (entry.method === 0) {
      this.#count(name, packed.length, packed.length);
      return packed.slice();
    }
    const { method } = entry;
    if (method !== 8) throw new DocumentError({ kind: "part-packed-unknown", file, part: name, method });
    return this.#inflate(name, packed);
  }

  readText(name: string): string {
    return decodeXml(this.read(name));
  }

  #findPacked({ name, offset, packedBytes }: ZipEntry): Uint8Array<ArrayBuffer> {
    const { fileName: file } = this.#context;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (offset + LOCAL_HEADER_BYTES > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) {
      throw new DocumentError({ kind: "part-misplaced", file, part: name });
    }
    const start =
      offset + LOCAL_HEADER_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedBytes > view.byteLength) {
      throw new DocumentError({ kind: "part-cut-off", file, part: name });
    }
    return this.#bytes.subarray(start, start + packedBytes);
  }

  #inflate(name: string, packed: Uint8Array): Uint8Array<ArrayBuffer> {
    const { fileName: file } = this.#context;
    const chunks: Uint8Array[] = [];
    let length = 0;
    let isEnded = false;
    const inflate = new Inflate((chunk, isFinal) => {
      chunks.push(chunk);
      length += chunk.length;
      this.#count(name, chunk.length, packed.length, length);
      isEnded ||= isFinal;
    });
    try {
      for (let start = 0; start < packed.length; start += INPUT_CHUNK_BYTES) {
        const end = Math.min(packed.length, start + INPUT_CHUNK_BYTES);
        inflate.push(packed.subarray(start, end), end === packed.length);
      }
    } catch (error) {
      if (isDocumentError(error)) throw error;
      throw new DocumentError({ kind: "part-packed-badly", file, part: name });
    }
    if (!isEnded) throw new DocumentError({ kind: "part-cut-off", file, part: name });
    const bytes = new Uint8Array(length);
    let position = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, position);
      position += chunk.length;
    }
    return bytes;
  }

  #count(name: string, bytes: number, packedBytes: number, partBytes = bytes): void {
    const { fileName: file, limits } = this.#context;
    this.#inflatedBytes += bytes;
    if (this.#inflatedBytes > limits.maxInflatedBytes) {
      const limit = limits.maxInflatedBytes;
      throw new DocumentError({ kind: "part-unpacks-too-large", file, part: name, limit });
    }
    if (partBytes > MIN_BYTES_FOR_RATIO && partBytes > packedBytes * limits.maxInflationRatio) {
      const limit = limits.maxInflationRatio;
      throw new DocumentError({ kind: "part-unpacks-as-bomb", file, part: name, limit });
    }
  }
}

function readDirectory(bytes: Uint8Array<ArrayBuffer>, file: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  if (end === null) throw new DocumentError({ kind: "end-missing", file });
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw new DocumentError({ kind: "too-many-parts", file, count });
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index += 1) {
    if (offset + CENTRAL_HEADER_BYTES > end || view.getUint32(offset, true) !== CENTRAL_HEADER) {
      throw new DocumentError({ kind: "directory-cut-off", file, found: index, count });
    }
    const nameBytes = view.getUint16(offset + 28, true);
    const nameStart = offset + CENTRAL_HEADER_BYTES;
    const name = new TextDecoder()
      .decode(bytes.subarray(nameStart, nameStart + nameBytes))
      .replaceAll("\\", "/");
    const entry: ZipEntry = {
      name,
      isEncrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      packedBytes: view.getUint32(offset + 20, true),
      offset: view.getUint32(offset + 42, true),
    };
    if (!entries.has(name)) entries.set(name, entry);
    offset = nameStart + nameBytes + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function findEndRecord(view: DataView): number | null {
  const last = view.byteLength - END_RECORD_BYTES;
  for (let offset = last; offset >= Math.max(0, last - MAX_COMMENT_BYTES); offset -= 1) {
    if (view.getUint32(offset, true) === END_RECORD) return offset;
  }
  return null;
}

/** XML is UTF-8 unless its mark or declaration says otherwise. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an encoding that does not exist
  }
}
