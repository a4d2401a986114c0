// Puts matrices of a GGUF file on the GPU: blocks go up as they come and a kernel sorts their fields into planes
// (shaders/lib/unit.wgsl). A matrix above the binding limit becomes several parts by rows. Knows no model.
import { invariant } from "../errors";
import { TENSOR_TYPES, type TensorType, tensorByteLength } from "../parse/tensor-types";
import { createBuffer, createSmallBuffer, type Gpu, untilLost } from "./device";
import { type CompiledKernel, type KernelCompiler, packParams } from "./kernel";
import { FORMATS } from "./kernels/formats";
import { repack } from "./kernels/layer-kernels";
import { GROUP_BLOCKS, MatrixWriter, PIECE_BYTES, type Piece } from "./matrix-writer";

export interface MatrixPart {
  readonly buffer: GPUBuffer;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Where planes 1 to 3 start, in the unit each is addressed in; 0 where there is none. */
  readonly planeStarts: readonly [number, number, number];
}

export interface MatrixShape {
  readonly label: string;
  readonly type: TensorType;
  readonly rows: number;
  readonly columns: number;
}

/** [rows, columns] weights; y = matrix * x. */
export interface Matrix extends MatrixShape {
  readonly parts: readonly MatrixPart[];
  readonly byteLength: number; // on the GPU
}

export interface MatrixSource extends MatrixShape {
  /** Bytes of the tensor's data; offsets count from its start. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Pieces the driver may hold copies of before the upload waits for the oldest. */
const PIECES_IN_FLIGHT = 4;
const UNIFORM_SLOT = 256; // bytes; minUniformBufferOffsetAlignment is at most this
const MAX_FIELDS = 4;

interface Planes {
  readonly starts: readonly number[]; // bytes, one a field
  readonly byteLength: number;
}

function layOutPlanes(type: TensorType, blockCount: number): Planes {
  let byteLength = 0;
  const starts = FORMATS[type].fields.map((field) => {
    const start = byteLength;
    byteLength += Math.ceil((blockCount * field.byteLength) / 16) * 16;
    return start;
  });
  return { starts, byteLength };
}

function blocksPerRow({ type, columns }: Pick<MatrixShape, "type" | "columns">): number {
  return columns / TENSOR_TYPES[type].blockSize;
}

/** Where planes 1 to 3 of a part start (MatrixPart). */
export function findPlaneStarts(
  shape: Pick<MatrixShape, "type" | "rows" | "columns">,
): MatrixPart["planeStarts"] {
  const { starts } = layOutPlanes(shape.type, shape.rows * blocksPerRow(shape));
  const [, ...rest] = FORMATS[shape.type].fields.map(
    (field, i) => (starts[i] as number) / (field.addressedIn === "vectors" ? 16 : 4),
  );
  return [rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0];
}

/** Uploads matrices through one staging buffer: makes them, then takes their bytes in order, in pieces of any length. */
export class MatrixUploader {
  private readonly staging: GPUBuffer;
  private readonly uniforms: GPUBuffer;
  private readonly underWay: Promise<unknown>[] = [];
  private readonly repack: Promise<CompiledKernel>;

  constructor(
    private readonly gpu: Gpu,
    compiler: KernelCompiler,
    /** Largest buffer a kernel may bind; the device's limit unless a test wants smaller parts. */
    private readonly maxPartBytes = Math.min(
      gpu.device.limits.maxStorageBufferBindingSize,
      gpu.device.limits.maxBufferSize,
    ),
  ) {
    this.staging = createSmallBuffer(gpu, {
      label: "upload blocks",
      size: PIECE_BYTES + GROUP_BLOCKS * 256, // and a group that began in the piece before
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.uniforms = createSmallBuffer(gpu, {
      label: "upload params",
      size: MAX_FIELDS * UNIFORM_SLOT,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
    this.repack = compiler.compile(repack);
    this.repack.catch(() => undefined); // heard by startWriting
  }

  /** Makes a matrix's buffers, still empty. When one cannot be had, those made before it are freed. */
  async allocate(shape: MatrixShape): Promise<Matrix> {
    const { label, type, rows, columns } = shape;
    invariant(columns % 32 === 0, () => `${label}: ${columns} columns are not a multiple of 32`);
    const rowsPerPart = this.rowsPerPart(shape);
    const parts: MatrixPart[] = [];
    let byteLength = 0;
    try {
      for (let firstRow = 0; firstRow < rows; firstRow += rowsPerPart) {
        const rowCount = Math.min(rowsPerPart, rows - firstRow);
        const planes = layOutPlanes(type, rowCount * blocksPerRow(shape));
        const buffer = await createBuffer(this.gpu, {
          label,
          size: planes.byteLength,
          usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
        });
        const planeStarts = findPlaneStarts({ type, rows: rowCount, columns });
        parts.push({ buffer, firstRow, rowCount, planeStarts });
        byteLength += planes.byteLength;
      }
    } catch (error) {
      for (const { buffer } of parts) buffer.destroy();
      throw error;
    }
    return { label, type, rows, columns, parts, byteLength };
  }

  /** For the bytes of an allocated matrix; of several matrices' writers one is used at a time. */
  async startWriting(matrix: Matrix): Promise<MatrixWriter> {
    const kernel = await this.repack;
    return new MatrixWriter(matrix, (part, blocks) => this.send(kernel, matrix, part, blocks));
  }

  /** Waits while the driver holds many pieces. */
  async ready(): Promise<void> {
    while (this.underWay.length >= PIECES_IN_FLIGHT) {
      await untilLost(this.gpu, this.underWay.shift() as Promise<unknown>);
    }
  }

  /** Makes a matrix and fills it from a source. */
  async upload(source: MatrixSource): Promise<Matrix> {
    const matrix = await this.allocate(source);
    const writer = await this.startWriting(matrix);
    const byteLength = tensorByteLength(source.type, source.rows * source.columns);
    for (let done = 0; done < byteLength; done += PIECE_BYTES) {
      writer.write(await source.read(done, Math.min(PIECE_BYTES, byteLength - done)));
      await this.ready();
    }
    return matrix;
  }

  dispose(): void {
    this.staging.destroy();
    this.uniforms.destroy();
  }

  private rowsPerPart(shape: MatrixShape): number {
    const { type, rows } = shape;
    const rowBlocks = blocksPerRow(shape);
    if (layOutPlanes(type, rows * rowBlocks).byteLength <= this.maxPartBytes) return rows;
    const padding = FORMATS[type].fields.length * 16;
    const fitting = Math.floor((this.maxPartBytes - padding) / (rowBlocks * TENSOR_TYPES[type].blockBytes));
    const evened = Math.ceil(rows / Math.ceil(rows / Math.max(1, fitting))); // parts of about the same size
    return Math.max(1, evened);
  }

  /** Sends one piece of a part's blocks on its way. */
  private send(kernel: CompiledKernel, matrix: Matrix, part: MatrixPart, piece: Piece): void {
    const { queue } = this.gpu.device;
    if (FORMATS[matrix.type].fields.length === 1) {
      writeWords(queue, part.buffer, piece.firstBlock * TENSOR_TYPES[matrix.type].blockBytes, piece.bytes);
      queue.submit([]);
    } else this.sort(kernel, matrix, part, piece);
    const done = queue.onSubmittedWorkDone();
    done.catch(() => undefined); // a lost device is heard of in ready()
    this.underWay.push(done);
  }

  private sort(kernel: CompiledKernel, matrix: Matrix, part: MatrixPart, piece: Piece): void {
    const { device } = this.gpu;
    const { type } = matrix;
    const { fields } = FORMATS[type];
    const { blockBytes } = TENSOR_TYPES[type];
    const planes = layOutPlanes(type, part.rowCount * blocksPerRow(matrix));
    const blockCount = writeWords(device.queue, this.staging, 0, piece.bytes) / blockBytes;
    const params = fields.map((field, index) =>
      packParams(repack, {
        block_halves: blockBytes / 2,
        field_offset: field.offset / 2,
        field_halves: field.byteLength / 2,
        plane_start: (planes.starts[index] as number) / 4,
        half_count: (blockCount * field.byteLength) / 2,
        first_half: (piece.firstBlock * field.byteLength) / 2,
      }),
    );
    const encoder = device.createCommandEncoder({ label: "repack" });
    const pass = encoder.beginComputePass();
    pass.setPipeline(kernel.pipeline);
    for (const [index, field] of fields.entries()) {
      const uniform = params[index] as ArrayBuffer;
      const offset = index * UNIFORM_SLOT;
      device.queue.writeBuffer(this.uniforms, offset, uniform);
      pass.setBindGroup(
        0,
        device.createBindGroup({
          label: "repack",
          layout: kernel.layout,
          entries: [
            { binding: 0, resource: { buffer: this.staging } },
            { binding: 1, resource: { buffer: part.buffer } },
            { binding: 2, resource: { buffer: this.uniforms, offset, size: uniform.byteLength } },
          ],
        }),
      );
      const groups = Math.ceil((blockCount * field.byteLength) / 4 / 64);
      const across = Math.min(groups, 32768);
      pass.dispatchWorkgroups(across, Math.ceil(groups / across));
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
  }
}

/** Writes arrays behind one another, padded to a whole word as the queue wants it; gives their length. */
function writeWords(
  queue: GPUQueue,
  buffer: GPUBuffer,
  offset: number,
  arrays: readonly Uint8Array<ArrayBuffer>[],
): number {
  let length = 0;
  for (const bytes of arrays) {
    const whole = bytes.byteLength - (bytes.byteLength % 4);
    queue.writeBuffer(buffer, offset + length, bytes, 0, whole);
    if (whole < bytes.byteLength) {
      const word = new Uint8Array(4);
      word.set(bytes.subarray(whole));
      queue.writeBuffer(buffer, offset + length + whole, word);
    }
    length += bytes.byteLength;
  }
  return length;
}
