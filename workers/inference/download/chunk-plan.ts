// How a file is cut into chunks. Pure; the chunk length is kept with the model, so it may change between versions.

/** 16 MiB: few enough requests for a rate limit, small enough for every browser's IndexedDB. */
export const CHUNK_BYTES = 16 * 1024 * 1024;

/** Lanes that fetch at once; with CHUNK_BYTES they hold at most 67.1 MB. */
export const LANE_COUNT = 4;

export interface ChunkRange {
  readonly index: number;
  readonly start: number;
  readonly byteLength: number;
}

export function countChunks(byteLength: number, chunkByteLength: number): number {
  return Math.ceil(byteLength / chunkByteLength);
}

export function chunkRange(index: number, byteLength: number, chunkByteLength: number): ChunkRange {
  const start = index * chunkByteLength;
  return { index, start, byteLength: Math.min(chunkByteLength, byteLength - start) };
}

/** The chunks still to fetch, in file order. */
export function missingChunks(
  byteLength: number,
  chunkByteLength: number,
  isStored: (index: number) => boolean,
): ChunkRange[] {
  const ranges: ChunkRange[] = [];
  for (let index = 0; index < countChunks(byteLength, chunkByteLength); index++) {
    if (!isStored(index)) ranges.push(chunkRange(index, byteLength, chunkByteLength));
  }
  return ranges;
}
