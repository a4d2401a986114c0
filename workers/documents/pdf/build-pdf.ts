// PDFs made by hand for tests: text at exact places in a font without glyphs (every character half its size wide), page labels,
// pictures, turned pages, passwords. Small and readable, so that a test can say what a page looks like.
import { zlibSync } from "fflate";
import { md5 } from "hash-wasm";

export interface PdfText {
  readonly text: string; // characters from left to right, as they stand on the page
  readonly x: number;
  readonly y: number; // of the baseline, from the top
  readonly size?: number;
}

export interface PdfPage {
  readonly texts?: readonly PdfText[];
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly image?: boolean; // a grey picture over the whole page: a scan
  readonly content?: string; // PDF operators instead of texts
}

export interface PdfOptions {
  readonly title?: string;
  readonly labels?: string; // the /Nums of the page labels
  readonly password?: string;
  readonly compress?: boolean;
  readonly font?: string; // in place of the one without glyphs
  readonly breakXref?: boolean;
}

export const PAGE_WIDTH = 600;
export const PAGE_HEIGHT = 800;
const FONT_SIZE = 10;
const PADDING = Uint8Array.from(
  [..."28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A".matchAll(/../g)].map(([hex]) =>
    Number.parseInt(hex, 16),
  ),
);
const FILE_ID = "0123456789abcdef0123456789abcdef";

function latin(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

const toHex = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const concat = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.length;
  }
  return bytes;
};
const toUtf16Hex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, "0"),
  ).join("");

interface PdfObject {
  readonly head: string;
  readonly stream?: Uint8Array<ArrayBuffer>;
}

function drawText({ text, x, y, size = FONT_SIZE }: PdfText): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${PAGE_HEIGHT - y} Tm <${toUtf16Hex(text)}> Tj ET`;
}

/** Codes are UTF-16 units; the map says so for each of the 256 rows of codes. */
function toUnicodeMap(): string {
  const rows = Array.from({ length: 256 }, (_, row) => {
    const high = row.toString(16).padStart(2, "0");
    return `<${high}00> <${high}ff> <${high}00>`;
  });
  return `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${rows.length} beginbfrange ${rows.join("\n")} endbfrange endcmap end`;
}

function listObjects(pages: readonly PdfPage[], options: PdfOptions): PdfObject[] {
  const firstPage = 9;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ");
  const labels = options.labels ? `/PageLabels << /Nums [${options.labels}] >>` : "";
  const stream = (data: string, head = ""): PdfObject =>
    options.compress
      ? { head: `${head} /Filter /FlateDecode`, stream: zlibSync(latin(data)) as Uint8Array<ArrayBuffer> }
      : { head, stream: latin(data) };
  const objects: PdfObject[] = [
    { head: `<< /Type /Catalog /Pages 2 0 R ${labels} >>` },
    { head: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>` },
    {
      head:
        options.font ??
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    },
    {
      head: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 500 >>",
    },
    stream(toUnicodeMap()),
    {
      head: "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    },
    stream(
      "\x80",
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
    { head: `<< /Title <feff${toUtf16Hex(options.title ?? "")}> >>` },
  ];
  for (const [index, page] of pages.entries()) {
    const image = page.image ? `q ${PAGE_WIDTH} 0 0 ${PAGE_HEIGHT} 0 0 cm /Scan Do Q` : "";
    const content = page.content ?? `${image} ${(page.texts ?? []).map(drawText).join("\n")}`;
    const resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /Scan 7 0 R >> >>";
    const box = `/MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Rotate ${page.rotate ?? 0}`;
    const contents = `/Contents ${firstPage + 2 * index + 1} 0 R`;
    objects.push(
      { head: `<< /Type /Page /Parent 2 0 R ${box} ${resources} ${contents} >>` },
      stream(content),
    );
  }
  return objects;
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (i: number, j: number): void => {
    [state[i], state[j]] = [state[j] as number, state[i] as number];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Uint8Array.from(data, (byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  });
}

interface Lock {
  readonly dictionary: string;
  readonly encrypt: (data: Uint8Array<ArrayBuffer>, object: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The standard handler's first version (RC4, 40 bits): the oldest that readers open, and the shortest to write. */
async function lockWith(password: string): Promise<Lock> {
  const hash = async (...parts: readonly Uint8Array[]) => fromHex(await md5(concat(...parts)));
  const padded = concat(latin(password), PADDING).slice(0, 32);
  const owner = rc4((await hash(padded)).slice(0, 5), padded);
  const permissions = -4;
  const permissionBytes = new Uint8Array(Int32Array.of(permissions).buffer);
  const key = (await hash(padded, owner, permissionBytes, fromHex(FILE_ID))).slice(0, 5);
  const user = rc4(key, PADDING);
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${toHex(owner)}> /U <${toHex(user)}> /P ${permissions} >>`,
    encrypt: async (data, object) => {
      const salt = Uint8Array.of(object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0);
      return rc4((await hash(key, salt)).slice(0, 10), data);
    },
  };
}

export async function buildPdf(
  pages: readonly PdfPage[],
  options: PdfOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const lock = options.password === undefined ? null : await lockWith(options.password);
  const parts: Uint8Array[] = [latin("%PDF-1.7\n")];
  let length = 9;
  const offsets: number[] = [];
  const push = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, { head, stream }] of listObjects(pages, options).entries()) {
    offsets.push(length);
    const data = stream && lock ? await lock.encrypt(stream, index + 1) : stream;
    const start = data ? `<< ${head} /Length ${data.length} >>\nstream\n` : head;
    push(latin(`${index + 1} 0 obj\n${start}`));
    if (data) push(concat(data, latin("\nendstream")));
    push(latin("\nendobj\n"));
  }
  const entries = offsets.map((offset) => `${offset.toString().padStart(10, "0")} 00000 n \n`).join("");
  const encrypt = lock ? `/Encrypt ${lock.dictionary}` : "";
  const size = offsets.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 8 0 R /ID [<${FILE_ID}> <${FILE_ID}>] ${encrypt} >>`;
  const startOfXref = options.breakXref ? length + 12_345 : length;
  push(
    latin(`xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}\nstartxref\n${startOfXref}\n%%EOF\n`),
  );
  return concat(...parts);
}

/** Lines of text under each other, `leading` apart. */
export function drawLines(
  lines: readonly string[],
  x: number,
  y: number,
  options: { readonly leading?: number; readonly size?: number } = {},
): PdfText[] {
  const { leading = 12, size = FONT_SIZE } = options;
  return lines.map((text, index) => ({ text, x, y: y + index * leading, size }));
}

/** A right-to-left line that ends at `right`: its characters turned into their places. */
export function drawRtl(text: string, right: number, y: number, size = FONT_SIZE): PdfText {
  const visual = [...text].reverse().join("");
  return { text: visual, x: right - (visual.length * size) / 2, y, size };
}
