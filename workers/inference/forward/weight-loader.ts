// Takes a file's tensors to the GPU: buffers first, then one pass over the file.
import { invariant } from "../errors";
import { createBuffer, type Gpu } from "../gpu/device";
import type { KernelCompiler } from "../gpu/kernel";
import { type Matrix, MatrixUploader } from "../gpu/matrix";
import type { TensorInfo } from "../parse/gguf";
import { type ByteSource, streamBytes } from "../store/byte-source";

export interface LoadWeightsOptions {
  readonly onProgress?: (loadedBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal;
  readonly maxPartBytes?: number;
}

/** Where a tensor's bytes go as they come. */
interface Job {
  readonly tensor: TensorInfo;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, offset: number) => void;
}

/** Makes buffers, fills them from the file, and keeps them, so that a load that fails half-way leaves nothing behind. */
export class WeightLoader {
  gpuBytes = 0;
  private readonly buffers: GPUBuffer[] = [];
  private readonly uploader: MatrixUploader;
  private readonly totalBytes: number;
  private loadedBytes = 0;
  private readonly jobs: Job[] = [];
  /** Uploads of vectors, for when all of the file was read. */
  private readonly uploads: (() => void)[] = [];

  constructor(
    private readonly gpu: Gpu,
    compiler: KernelCompiler,
    private readonly tensors: ReadonlyMap<string, TensorInfo>,
    private readonly source: ByteSource,
    private readonly options: LoadWeightsOptions,
  ) {
    this.uploader = new MatrixUploader(gpu, compiler, options.maxPartBytes);
    this.totalBytes = [...tensors.values()].reduce((sum, tensor) => sum + tensor.byteLength, 0);
  }

  async matrix(name: string, rows: number, columns: number): Promise<Matrix> {
    const tensor = this.tensor(name, rows * columns);
    const matrix = await this.uploader.allocate({ label: name, type: tensor.type, rows, columns });
    this.buffers.push(...matrix.parts.map((part) => part.buffer));
    this.gpuBytes += matrix.byteLength;
    const writer = await this.uploader.startWriting(matrix);
    this.jobs.push({ tensor, write: (bytes) => writer.write(bytes) });
    return matrix;
  }

  vector(name: string, count: number): Promise<GPUBuffer> {
    return this.joined([[name, count]]);
  }

  /** Vectors behind one another. */
  async joined(pieces: readonly (readonly [name: string, count: number])[]): Promise<GPUBuffer> {
    const values = pieces.map(([name, count]) => this.floats(name, count));
    const count = values.reduce((sum, piece) => sum + piece.length, 0);
    return this.upload(pieces.map(([name]) => name).join(", "), count, (target) => {
      let at = 0;
      for (const piece of values) {
        target.set(piece, at);
        at += piece.length;
      }
    });
  }

  /** [count, 2]: the first of both, the second of both, and so on. */
  async interleaved(names: readonly [string, string], count: number): Promise<GPUBuffer> {
    const [first, second] = names.map((name) => this.floats(name, count)) as [Float32Array, Float32Array];
    return this.upload(names.join(", "), 2 * count, (target) => {
      for (let i = 0; i < count; i++) {
        target[2 * i] = first[i] as number;
        target[2 * i + 1] = second[i] as number;
      }
    });
  }

  /** Reads the file once, in order, and gives each tensor its bytes. */
  async fill(): Promise<void> {
    this.options.signal?.throwIfAborted();
    const jobs = this.jobs.sort((a, b) => a.tensor.offset - b.tensor.offset);
    for (let first = 0; first < jobs.length; ) {
      let next = first + 1;
      while (next < jobs.length && isBeside(jobs[next - 1] as Job, jobs[next] as Job)) next++;
      await this.fillRun(jobs.slice(first, next));
      first = next;
    }
    for (const upload of this.uploads) upload();
  }

  disposeUploader(): void {
    this.uploader.dispose();
  }

  disposeAll(): void {
    for (const buffer of this.buffers) buffer.destroy();
    this.buffers.length = 0;
  }

  private async fillRun(jobs: readonly Job[]): Promise<void> {
    const { onProgress } = this.options;
    let offset = (jobs[0] as Job).tensor.offset;
    const waiting = [...jobs];
    for await (const bytes of streamBytes(this.source, offset, endOf(jobs.at(-1) as Job))) {
      const end = offset + bytes.byteLength;
      for (let job = waiting[0]; job && job.tensor.offset < end; job = waiting[0]) {
        const from = Math.max(offset, job.tensor.offset);
        const to = Math.min(end, endOf(job));
        job.write(bytes.subarray(from - offset, to - offset), from - job.tensor.offset);
        this.loadedBytes += to - from;
        if (endOf(job) > end) break;
        waiting.shift();
      }
      offset = end;
      await this.uploader.ready();
      onProgress?.(this.loadedBytes, this.totalBytes);
      this.options.signal?.throwIfAborted();
      if (this.gpu.isLost()) throw await this.gpu.lost;
    }
  }

  private tensor(name: string, count: number): TensorInfo {
    const tensor = this.tensors.get(name);
    invariant(tensor, () => `${name} is missing after the file was checked`);
    const found = tensor.dims.reduce((product, dim) => product * dim, 1);
    invariant(found === count, () => `${name} has ${found} weights, expected ${count}`);
    return tensor;
  }

  /** A vector's values once the file was read. */
  private floats(name: string, count: number): Float32Array {
    const tensor = this.tensor(name, count);
    invariant(tensor.type === "f32", () => `${name} is ${tensor.type}, expected f32`);
    const values = new Uint8Array(tensor.byteLength);
    this.jobs.push({ tensor, write: (bytes, offset) => values.set(bytes, offset) });
    return new Float32Array(values.buffer);
  }

  private async upload(
    label: string,
    count: number,
    fillIn: (target: Float32Array) => void,
  ): Promise<GPUBuffer> {
    const buffer = await createBuffer(this.gpu, {
      label,
      size: Math.max(16, count * 4),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.buffers.push(buffer);
    this.gpuBytes += buffer.size;
    this.uploads.push(() => {
      const values = new Float32Array(count);
      fillIn(values);
      this.gpu.device.queue.writeBuffer(buffer, 0, values);
    });
    return buffer;
  }
}

const endOf = ({ tensor }: Job): number => tensor.offset + tensor.byteLength;

/** A gap of less than this is padding, and is read with its neighbours; a larger one is a tensor that nobody wants. */
const PADDING_BYTES = 1024 * 1024;

const isBeside = (before: Job, after: Job): boolean => after.tensor.offset - endOf(before) < PADDING_BYTES;
