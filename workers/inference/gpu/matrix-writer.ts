// Cuts the bytes of a matrix, as they come out of a file, into pieces that the GPU can take.
import { invariant } from "../errors";
import { TENSOR_TYPES, tensorByteLength } from "../parse/tensor-types";
import type { Matrix, MatrixPart } from "./matrix";

/** Bytes of blocks that go up at once: large enough to keep the bus busy, small beside the memory of a phone. */
export const PIECE_BYTES = 8 * 1024 * 1024;
/** Pieces are whole groups, so that each begins on a whole word in every plane. */
export const GROUP_BLOCKS = 8;

/** Whole blocks that lie behind one another; all but the last array are whole groups. */
export interface Piece {
  readonly firstBlock: number; // of the part
  readonly bytes: readonly Uint8Array<ArrayBuffer>[];
}

/**
 * Cuts a matrix's bytes, which come in order and in any lengths, into pieces of whole blocks. They are not copied but for
 * the group of blocks that two arrays share.
 */
export class MatrixWriter {
  private readonly groupBytes: number;
  private readonly group: Uint8Array<ArrayBuffer>; // the beginning of a group
  private groupLength = 0;
  private partIndex = 0;
  private sentBytes = 0; // of the part

  constructor(
    private readonly matrix: Matrix,
    private readonly send: (part: MatrixPart, piece: Piece) => void,
  ) {
    this.groupBytes = GROUP_BLOCKS * TENSOR_TYPES[matrix.type].blockBytes;
    this.group = new Uint8Array(this.groupBytes);
  }

  write(bytes: Uint8Array<ArrayBuffer>): void {
    for (let at = 0; at < bytes.byteLength; ) {
      const part = this.matrix.parts[this.partIndex];
      invariant(part, () => `${this.matrix.label}: more bytes than it has`);
      const partBytes = tensorByteLength(this.matrix.type, part.rowCount * this.matrix.columns);
      const missing = partBytes - this.sentBytes - this.groupLength;
      const length = Math.min(missing, PIECE_BYTES, bytes.byteLength - at);
      this.writeToPart(part, bytes.subarray(at, at + length), length === missing);
      at += length;
      if (length < missing) continue;
      this.partIndex++;
      this.sentBytes = 0;
    }
  }

  private writeToPart(part: MatrixPart, bytes: Uint8Array<ArrayBuffer>, isEnd: boolean): void {
    let rest = bytes;
    if (this.groupLength > 0) rest = bytes.subarray(this.keep(bytes));
    const isGroupDone = this.groupLength === this.groupBytes || isEnd;
    const first = this.group.subarray(0, isGroupDone ? this.groupLength : 0);
    const wholeGroups = Math.floor(rest.byteLength / this.groupBytes) * this.groupBytes;
    const second = rest.subarray(0, isEnd ? rest.byteLength : wholeGroups);
    const length = first.byteLength + second.byteLength;
    if (length > 0) {
      const firstBlock = this.sentBytes / TENSOR_TYPES[this.matrix.type].blockBytes;
      this.send(part, { firstBlock, bytes: [first, second] });
      this.sentBytes += length;
    }
    if (isGroupDone) this.groupLength = 0;
    this.keep(rest.subarray(second.byteLength));
  }

  /** Adds to the group what fits into it. */
  private keep(bytes: Uint8Array<ArrayBuffer>): number {
    const length = Math.min(this.groupBytes - this.groupLength, bytes.byteLength);
    this.group.set(bytes.subarray(0, length), this.groupLength);
    this.groupLength += length;
    return length;
  }
}
