import fc from "fast-check";
import { expect, test } from "vitest";
import { chunkRange, countChunks, missingChunks } from "./chunk-plan";

const MAX_FILE = 10 * 1024 ** 3;

test("chunks partition the file without gap or overlap, whatever its length", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: MAX_FILE }),
      fc.integer({ min: 2 ** 20, max: 2 ** 26 }),
      (size, chunk) => {
        const ranges = missingChunks(size, chunk, () => false);
        let end = 0;
        for (const range of ranges) {
          if (range.start !== end || range.byteLength < 1 || range.byteLength > chunk) {
            throw new Error(`a wrong range: ${JSON.stringify(range)} after ${end}`);
          }
          end += range.byteLength;
        }
        expect(end).toBe(size);
        expect(ranges.length).toBe(countChunks(size, chunk));
      },
    ),
    { numRuns: 300 },
  );
});

test("what is missing and what is stored make the whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 1, max: 700 }),
      fc.infiniteStream(fc.boolean()),
      (size, chunk, bits) => {
        const stored = Array.from({ length: countChunks(size, chunk) }, () => bits.next().value === true);
        const missing = missingChunks(size, chunk, (index) => stored[index] === true);
        expect(missing.map(({ index }) => index)).toEqual(stored.flatMap((is, index) => (is ? [] : [index])));
        for (const range of missing) expect(range).toEqual(chunkRange(range.index, size, chunk));
      },
    ),
    { numRuns: 1_000 },
  );
});
