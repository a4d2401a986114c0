// Puts a matrix of a GGUF file on the GPU: blocks go up in pieces and a kernel sorts their fields into planes
// (shaders/lib/unit.wgsl). A matrix above the binding limit becomes several parts by rows. Knows no model.
import { invariant } from "../errors";
import { TENSOR_TYPES, type TensorType } from "../parse/tensor-types";
import { createBuffer, type Gpu, untilLost } from "./device";
import { type KernelCompiler, packParams } from "./kernel";
import { FORMATS } from "./kernels/formats";
import { repack } from "./kernels/layer-kernels";

export interface MatrixPart {
  readonly buffer: GPUBuffer;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Where planes 1 to 3 start, in the unit each is addressed in; 0 where there is none. */
  readonly planeStarts: readonly [number, number, number];
}

/** [rows, columns] weights; y = matrix * x. */
export interface Matrix {
  readonly label: string;
  readonly type: TensorType;
  readonly rows: number;
  readonly columns: number;
  readonly parts: readonly MatrixPart[];
  readonly byteLength: number; // on the GPU
}

export interface MatrixSource {
  readonly label: string;
  readonly type: TensorType;
  readonly rows: number;
  readonly columns: number;
  /** Bytes of the tensor's data; offsets count from its start. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Bytes of blocks that go up at once: large enough to keep the bus busy, small beside the memory of a phone. */
const PIECE_BYTES = 8 * 1024 * 1024;
/** Pieces the driver may hold copies of before the upload waits for it. */
const PIECES_IN_FLIGHT = 4;

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

/** Uploads matrices one after another through one staging buffer. */
export class MatrixUploader {
  private readonly staging: GPUBuffer;
  private readonly uniforms: GPUBuffer;
  private piecesInFlight = 0;

  constructor(
    private readonly gpu: Gpu,
    private readonly compiler: KernelCompiler,
    /** Largest buffer a kernel may bind; the device's limit unless a test wants smaller parts. */
    private readonly maxPartBytes = Math.min(
      gpu.device.limits.maxStorageBufferBindingSize,
      gpu.device.limits.maxBufferSize,
    ),
  ) {
    this.staging = gpu.device.createBuffer({
      label: "upload blocks",
      size: PIECE_BYTES + 16,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.uniforms = gpu.device.createBuffer({
      label: "upload params",
      size: 4 * 256,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  }

  async upload(source: MatrixSource): Promise<Matrix> {
    const { type, rows, columns } = source;
    invariant(columns % 32 === 0, () => `${source.label}: ${columns} columns are not a multiple of 32`);
    const blocksPerRow = columns / TENSOR_TYPES[type].blockSize;
    const rowsPerPart = this.rowsPerPart(type, blocksPerRow, rows);
    const parts: MatrixPart[] = [];
    let byteLength = 0;
    for (let firstRow = 0; firstRow < rows; firstRow += rowsPerPart) {
      const rowCount = Math.min(rowsPerPart, rows - firstRow);
      const planes = layOutPlanes(type, rowCount * blocksPerRow);
      const buffer = await createBuffer(this.gpu, {
        label: source.label,
        size: planes.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
      });
      await this.fill(source, buffer, planes, firstRow * blocksPerRow, rowCount * blocksPerRow);
      const [, ...rest] = FORMATS[type].fields.map(
        (field, i) => (planes.starts[i] as number) / (field.addressedIn === "vectors" ? 16 : 4),
      );
      parts.push({ buffer, firstRow, rowCount, planeStarts: [rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0] });
      byteLength += planes.byteLength;
    }
    return { label: source.label, type, rows, columns, parts, byteLength };
  }

  dispose(): void {
    this.staging.destroy();
    this.uniforms.destroy();
  }

  private rowsPerPart(type: TensorType, blocksPerRow: number, rows: number): number {
    if (layOutPlanes(type, rows * blocksPerRow).byteLength <= this.maxPartBytes) return rows;
    const padding = FORMATS[type].fields.length * 16;
    const fitting = Math.floor(
      (this.maxPartBytes - padding) / (blocksPerRow * TENSOR_TYPES[type].blockBytes),
    );
    const evened = Math.ceil(rows / Math.ceil(rows / Math.max(1, fitting))); // parts of about the same size
    return Math.max(1, evened);
  }

  /** Fills a part's planes from `blockCount` blocks starting at `firstBlock` of the tensor. */
  private async fill(
    source: MatrixSource,
    buffer: GPUBuffer,
    planes: Planes,
    firstBlock: number,
    blockCount: number,
  ): Promise<void> {
    const { blockBytes } = TENSOR_TYPES[source.type];
    // A multiple of 8 keeps every piece on a whole word in every plane.
    const blocksPerPiece = Math.max(8, Math.floor(PIECE_BYTES / blockBytes / 8) * 8);
    for (let done = 0; done < blockCount; done += blocksPerPiece) {
      const count = Math.min(blocksPerPiece, blockCount - done);
      const bytes = await untilLost(
        this.gpu,
        source.read((firstBlock + done) * blockBytes, count * blockBytes),
      );
      invariant(bytes.byteLength === count * blockBytes, () => `${source.label}: short read`);
      if (FORMATS[source.type].fields.length === 1) {
        this.gpu.device.queue.writeBuffer(buffer, done * blockBytes, padToWord(bytes));
        this.gpu.device.queue.submit([]);
      } else await this.sort(source.type, bytes, buffer, planes, done, count);
      if (++this.piecesInFlight % PIECES_IN_FLIGHT === 0) {
        await untilLost(this.gpu, this.gpu.device.queue.onSubmittedWorkDone());
      }
    }
  }

  private async sort(
    type: TensorType,
    bytes: Uint8Array<ArrayBuffer>,
    buffer: GPUBuffer,
    planes: Planes,
    done: number,
    count: number,
  ): Promise<void> {
    const { device } = this.gpu;
    const { pipeline, layout } = await this.compiler.compile(repack);
    device.queue.writeBuffer(this.staging, 0, padToWord(bytes));
    const encoder = device.createCommandEncoder({ label: "repack" });
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    FORMATS[type].fields.forEach((field, index) => {
      const halves = (count * field.byteLength) / 2;
      const params = packParams(repack, {
        block_halves: TENSOR_TYPES[type].blockBytes / 2,
        field_offset: field.offset / 2,
        field_halves: field.byteLength / 2,
        plane_start: (planes.starts[index] as number) / 4,
        half_count: halves,
        first_half: (done * field.byteLength) / 2,
      });
      device.queue.writeBuffer(this.uniforms, index * 256, params);
      pass.setBindGroup(
        0,
        device.createBindGroup({
          layout,
          entries: [
            { binding: 0, resource: { buffer: this.staging } },
            { binding: 1, resource: { buffer } },
            { binding: 2, resource: { buffer: this.uniforms, offset: index * 256, size: params.byteLength } },
          ],
        }),
      );
      const groups = Math.ceil(halves / 2 / 64);
      const across = Math.min(groups, 32768);
      pass.dispatchWorkgroups(across, Math.ceil(groups / across));
    });
    pass.end();
    device.queue.submit([encoder.finish()]);
  }
}

/** writeBuffer takes whole words; blocks are whole halves. */
function padToWord(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.byteLength % 4 === 0) return bytes;
  const padded = new Uint8Array(Math.ceil(bytes.byteLength / 4) * 4);
  padded.set(bytes);
  return padded;
}
