// PDFs that cannot or may not be read whole: scanned, locked, damaged, or above a limit.
import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ParsedDocument, ParseOptions } from "../api";
import { parseDocument } from "../client";
import { buildPdf, drawLines, type PdfOptions, type PdfPage } from "./build-pdf";

async function parse(
  pages: readonly PdfPage[],
  pdf: PdfOptions = {},
  options: ParseOptions = {},
): Promise<ParsedDocument> {
  return parseDocument(new File([await buildPdf(pages, pdf)], "made.pdf"), options);
}

const pageOf = (...lines: readonly string[]): PdfPage => ({ texts: drawLines(lines, 50, 100) });

describe("a PDF that cannot be read whole", () => {
  it("names its scanned pages", async () => {
    const document = await parse([
      pageOf("text"),
      { image: true },
      { image: true },
      pageOf("more"),
      { image: true },
    ]);
    expect(document.warnings).toEqual([{ name: "pages-without-text", pages: [2, 3, 5] }]);
  });

  it("is refused where no page has text", async () => {
    await expect(parse([{ image: true }, { image: true }])).rejects.toMatchObject({
      name: "DocumentWithoutTextError",
      fault: { kind: "without-text", file: "made.pdf", pageCount: 2 },
    });
  });

  it("asks for a password, refuses a wrong one, opens with the right one [F53]", async () => {
    const locked = { password: "sesame", title: "x" };
    await expect(parse([pageOf("secret")], locked)).rejects.toMatchObject({
      name: "DocumentPasswordError",
      fault: { kind: "password-needed" },
    });
    await expect(parse([pageOf("secret")], locked, { password: "open" })).rejects.toMatchObject({
      name: "DocumentPasswordError",
      fault: { kind: "password-wrong" },
    });
    const { pages } = await parse([pageOf("secret")], locked, { password: "sesame" });
    expect(pages[0]?.text).toBe("secret");
  });

  it("is read in spite of a broken table of its objects", async () => {
    const { pages } = await parse([pageOf("found anyway")], { breakXref: true });
    expect(pages[0]?.text).toBe("found anyway");
  });

  it("names the pages that are damaged and reads the others", async () => {
    const bytes = await buildPdf([pageOf("whole"), pageOf("broken")]);
    const latin = new TextDecoder("latin1").decode(bytes);
    const changed = latin.replace("11 0 obj\n<< /Type /Page", "11 0 obj\n<< /Type /Nope");
    const file = new File([Uint8Array.from(changed, (character) => character.charCodeAt(0))], "made.pdf");
    const document = await parseDocument(file);
    expect(document.pages[0]?.text).toBe("whole");
    expect(document.pages.length).toBeLessThanOrEqual(2);
  });
});

describe("a PDF's limits", () => {
  it("name the page count, the characters and the page they were reached on [F53]", async () => {
    const pages = [pageOf("12345"), pageOf("12345"), pageOf("12345")];
    await expect(parse(pages, {}, { limits: { maxPages: 2 } })).rejects.toMatchObject({
      name: "DocumentTooLargeError",
      fault: { kind: "too-many-pages", file: "made.pdf", pages: 3, limit: 2 },
    });
    await expect(parse(pages, {}, { limits: { maxCharacters: 12 } })).rejects.toMatchObject({
      name: "DocumentTooLargeError",
      fault: { kind: "too-many-characters-at-page", page: 3, limit: 12 },
    });
    await expect(parse(pages, {}, { limits: { maxFileBytes: 100 } })).rejects.toMatchObject({
      name: "DocumentTooLargeError",
    });
  });

  it("stop a stream that inflates without end [F53]", async () => {
    const bomb = zlibSync(new Uint8Array(40_000_000).fill(0x20), { level: 9 });
    const bytes = await buildPdf([{ content: "BOMB" }]);
    const [before = "", after = ""] = new TextDecoder("latin1")
      .decode(bytes)
      .split("<<  /Length 4 >>\nstream\nBOMB");
    const packed = Array.from(bomb, (byte) => String.fromCharCode(byte)).join("");
    const bombed = `${before}<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${packed}${after}`;
    const file = new File([Uint8Array.from(bombed, (character) => character.charCodeAt(0))], "bomb.pdf");
    await expect(parseDocument(file, { limits: { maxInflatedBytes: 8_000_000 } })).rejects.toMatchObject({
      name: "DocumentTooLargeError",
      fault: { kind: "page-unpacks-too-large", file: "bomb.pdf", page: 1, limit: 8_000_000 },
    });
  });
});
