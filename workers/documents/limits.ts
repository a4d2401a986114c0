// What a document may cost before it is refused. A context of 262,144 tokens takes about 1 MB of text; a search inside a
// longer document is still useful, so that the limits stand far above it and below what makes a tab fail.
import type { DocumentLimits } from "./api";

export const DEFAULT_LIMITS: DocumentLimits = {
  maxFileBytes: 200_000_000, // scans and photographs fill a PDF; the file is in memory once
  maxInflatedBytes: 200_000_000, // a text of maxCharacters in DOCX markup
  maxInflationRatio: 250, // real XML stays below 100; deflate ends at 1,032
  maxPages: 10_000,
  maxCharacters: 20_000_000, // 40 MB as JavaScript keeps it
  maxSeconds: 180, // 300 pages of PDF take about 3 s
};

/** Where a text file is refused by its size alone: no encoding spends more bytes on a character. */
export const MAX_BYTES_PER_CHARACTER = 4;

/** A part smaller than this may be as repetitive as it likes. */
export const MIN_BYTES_FOR_RATIO = 4_000_000;
