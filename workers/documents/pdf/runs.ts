// A page's pieces of text with their places, upright and in points from the top left. pdf.js hands pieces over in the order
// they were drawn, each already turned into reading order by its own lights; here each becomes what stands on the page from left
// to right, so that a whole line can be ordered at once.
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { hasRtl, reorder } from "./bidi";

export interface Run {
  readonly text: string; // as it stands from left to right; no space at its ends
  readonly left: number;
  readonly right: number;
  readonly baseline: number; // downwards
  readonly size: number; // of the font
}

/** What is drawn in one direction: upright, or turned by a quarter or a half. */
export interface Layer {
  readonly runs: readonly Run[];
  readonly characterCount: number;
}

type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;
type TextItem = Extract<TextContent["items"][number], { str: string }>;
type Matrix = readonly [number, number, number, number, number, number];

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Reads a page piece by piece; `count` sees each piece's length and may throw to stop it. */
export async function readLayers(page: PDFPageProxy, count: (characters: number) => void): Promise<Layer[]> {
  const toPage = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const quarters: Run[][] = [[], [], [], []];
  const reader = page.streamTextContent({ disableNormalization: true }).getReader();
  try {
    for (;;) {
      const { done, value } = (await reader.read()) as ReadableStreamReadResult<TextContent>;
      if (done) break;
      for (const item of value.items) {
        if (!("str" in item)) continue;
        count(item.str.length);
        addRun(quarters, item, toPage);
      }
    }
  } catch (error) {
    void reader.cancel(error).catch(() => {}); // the parser ends by itself
    throw error;
  }
  return quarters
    .filter((runs) => runs.length > 0)
    .map((runs) => ({ runs, characterCount: runs.reduce((sum, { text }) => sum + text.length, 0) }))
    .sort((a, b) => b.characterCount - a.characterCount);
}

function addRun(quarters: readonly Run[][], item: TextItem, toPage: Matrix): void {
  const visual = hasRtl(item.str) ? reorder(item.str, item.dir === "rtl" ? "rtl" : "ltr", false) : item.str;
  const text = visual.replace(/[\s\u00a0]+/g, " ").trim();
  if (text === "") return;
  const matrix = multiply(toPage, item.transform as unknown as Matrix);
  if (!matrix.every(Number.isFinite)) return;
  const [a, b, c, d, x, y] = matrix;
  const size = Math.hypot(c, d) || item.height || 1;
  const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [left, baseline] = turnBack(x, y, quarter);
  quarters[quarter]?.push({ text, left, right: left + Math.abs(item.width), baseline, size });
}

/** The page turned until the text of this quarter is upright. */
function turnBack(x: number, y: number, quarter: number): [left: number, baseline: number] {
  if (quarter === 1) return [y, -x];
  if (quarter === 2) return [-x, -y];
  return quarter === 3 ? [-y, x] : [x, y];
}
