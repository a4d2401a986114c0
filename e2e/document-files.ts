// Documents for stories, made by code: what the picker and the drop zone are given.
import { buildDocx, buildEpub, wordParagraph, wordTable } from "../workers/documents/build-archive";
import { buildPdf, drawLines } from "../workers/documents/pdf/build-pdf";

export interface StoryFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, mimeType: string, bytes: Uint8Array | string): StoryFile => ({
  name,
  mimeType,
  buffer: typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from(bytes),
});

const things = "lamp chair clock mirror kettle ladder carpet basket candle drawer violin globe".split(" ");
const colours = "red amber violet ochre silver indigo crimson".split(" ");

/** No line is like one of another page, or it would be taken for a header. */
const lines = (page: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const thing = things[(page * 5 + i * 7) % things.length];
    const colour = colours[(page * 3 + i) % colours.length];
    return i === count >> 1
      ? `The room on floor ${page} is number ${page * 11}.`
      : `${colour} ${thing} ${"stands leans rests hangs".split(" ")[(page + i) % 4]} near the ${things[(page + i * 5) % things.length]}, said ${colours[(i * page) % colours.length]}`;
  });

/** A PDF whose pages each say one thing of their own. */
export async function pdfFile(
  name: string,
  { pages, linesPerPage = 9, password }: { pages: number; linesPerPage?: number; password?: string },
): Promise<StoryFile> {
  const made = Array.from({ length: pages }, (_, i) => ({
    texts: drawLines(lines(i + 1, linesPerPage), 60, 80),
  }));
  return file(name, "application/pdf", await buildPdf(made, password === undefined ? {} : { password }));
}

/** Page 2 of 3 is a picture. */
export async function scannedPdfFile(name: string): Promise<StoryFile> {
  const page = (number: number) => ({ texts: drawLines(lines(number, 9), 60, 80) });
  return file(name, "application/pdf", await buildPdf([page(1), { image: true }, page(3)]));
}

export function docxFile(name: string): StoryFile {
  const body =
    wordParagraph("The deadline for Project Heron is 30 June 2027.") +
    wordTable([
      ["Part", "Price"],
      ["Pump", "$84.50"],
    ]);
  return file(
    name,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buildDocx(body),
  );
}

export function epubFile(name: string): StoryFile {
  const chapter = (number: number) => ({
    name: `c${number}.xhtml`,
    label: `Chapter ${number}`,
    body: `<h1>Chapter ${number}</h1><p>The ship reached harbour ${number} at noon.</p>`,
  });
  return file(name, "application/epub+zip", buildEpub([chapter(1), chapter(2)]));
}

export const hebrewFile = (name: string): StoryFile =>
  file(name, "text/plain", "החדר בקומה השלישית הוא מספר שלושים ושלוש.\nהמפתח נמצא אצל השומר בכניסה.\n");

export const damagedPdfFile = (name: string): StoryFile => file(name, "application/pdf", "%PDF-1.7\nnothing");
export const imageFile = (name: string): StoryFile =>
  file(name, "image/png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10));
