// Every format but PDF through the worker, as the page reads them.
import { strToU8 } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { buildDocx, buildEpub, buildZip, wordParagraph, wordTable, wordText } from "./build-archive";
import { endIdleDocumentsWorker } from "./client";
import { failure, parse, textOf } from "./test-documents";

afterEach(endIdleDocumentsWorker);

describe("text files", () => {
  it("are kept as they are, with a title from the name", async () => {
    expect(await parse("my notes.v2.md", "# A\r\n\r\n- b  \n\u0000c")).toEqual({
      title: "my notes.v2",
      format: "markdown",
      encoding: "utf-8",
      pages: [{ number: 1, label: "1", text: "# A\n\n- b\nc" }],
      characterCount: 10,
      warnings: [],
    });
    const csv = 'a;b\n"x;1";2\n';
    expect((await parse("t.csv", csv)).pages[0]?.text).toBe(csv.trim());
    const formats = await Promise.all(
      ["a.csv", "a.tsv", "a.md", "a.py", "Makefile", "a.weird", "README"].map((name) => parse(name, "text")),
    );
    expect(formats.map(({ format }) => format)).toEqual([
      "csv",
      "tsv",
      "markdown",
      "code",
      "code",
      "text",
      "text",
    ]);
  });

  it("have the pages that form feeds make", async () => {
    const { pages } = await parse("rfc.txt", "one\f\ntwo\f");
    expect(pages).toEqual([
      { number: 1, label: "1", text: "one" },
      { number: 2, label: "2", text: "two" },
    ]);
  });

  it("in another encoding are read, with a warning that says which", async () => {
    const bytes = Uint8Array.from([
      0xf9, 0xec, 0xe5, 0xed, 0x20, 0xf2, 0xe5, 0xec, 0xed, 0x20, 0xe4, 0xe9, 0xe5, 0xed,
    ]);
    const { encoding, pages, warnings } = await parse("old.txt", bytes);
    expect([encoding, pages[0]?.text]).toEqual(["windows-1255", "שלום עולם היום"]);
    expect(warnings).toMatchObject([{ name: "guessed-encoding", file: "old.txt", encoding: "windows-1255" }]);
  });

  it("that are none are refused by what they are [F53]", async () => {
    const empty = { name: "DocumentEmptyError", kind: "empty", file: "a.txt" };
    expect(await failure("a.txt", "")).toEqual(empty);
    expect(await failure("a.txt", " \n\n")).toEqual(empty);
    const binary = { name: "UnsupportedDocumentError", kind: "binary-data", file: "a.txt" };
    expect(await failure("a.txt", Uint8Array.from([1, 2, 3, 0, 5]))).toEqual(binary);
    const bytes = Uint8Array.from({ length: 99 }, (_, index) => index % 9);
    expect(await failure("a.txt", bytes)).toEqual(binary);
    expect(await failure("a.pdf", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]))).toMatchObject({
      kind: "image",
    });
    expect(await failure("a.rtf", "{\\rtf1 x}")).toMatchObject({ kind: "rich-text" });
  });
});

describe("HTML", () => {
  it("is told by its content and read as a reader sees it", async () => {
    const { title, format, pages } = await parse(
      "page.txt",
      "<!DOCTYPE html><title>The title</title><h1>Head</h1><script>no()</script><p>Text<p hidden>no",
    );
    expect({ title, format, text: pages[0]?.text }).toEqual({
      title: "The title",
      format: "html",
      text: "# Head\n\nText",
    });
  });

  it("is decoded as it declares", async () => {
    const bytes = Uint8Array.from([...strToU8('<html><meta charset="windows-1251"><p>'), 0xcc, 0xe8, 0xf0]);
    expect(await textOf("a.html", bytes)).toBe("Мир");
  });
});

describe("DOCX", () => {
  it("keeps headings, lists, tables and footnotes", async () => {
    const item = (text: string, list: number, level = 0): string =>
      wordParagraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
    const body = [
      wordParagraph("הסכם", '<w:pStyle w:val="H1"/>'),
      `<w:p>${wordText("Some ")}${wordText("words")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      item("first", 1) + item("inner", 1, 1) + item("second", 1),
      item("one", 2) + item("two", 2),
      wordParagraph("Prices", '<w:pStyle w:val="H2"/>'),
      wordTable([
        ["Item", "Price"],
        ["Chair | blue", "12.50"],
      ]),
      "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>",
    ].join("");
    expect(await parse("contract.docx", buildDocx(body))).toEqual({
      title: "A Word title",
      format: "docx",
      encoding: null,
      pages: [
        {
          number: 1,
          label: "1",
          text: "# הסכם\n\nSome words[1]\n\n- first\n  - inner\n- second\n\n1. one\n2. two\n\n## Prices\n\n| Item | Price |\n| --- | --- |\n| Chair \\| blue | 12.50 |\n\n1. A footnote.",
        },
      ],
      characterCount: expect.any(Number),
      warnings: [],
    });
  });

  it("is told by its content, whatever its name", async () => {
    expect((await parse("x.bin", buildDocx(wordParagraph("hello")))).format).toBe("docx");
  });

  it("does not unpack its pictures", async () => {
    const picture = { "word/media/image1.png": new Uint8Array(3_000_000) };
    const { pages } = await parse("a.docx", buildDocx(wordParagraph("words"), picture), {
      limits: { maxInflatedBytes: 1_000_000 },
    });
    expect(pages[0]?.text).toBe("words");
  });
});

describe("EPUB", () => {
  const chapters = [
    { name: "cover.xhtml", body: "<img src='c.png' alt='no'/>" },
    {
      name: "z%20one.xhtml",
      label: "Chapter <b>One</b>",
      body: "<h1>One</h1><p>First.</p><script/><p>More.</p>",
    },
    { name: "a-two.xhtml", body: "<h2>The Second</h2><p>Second.</p>" },
  ];

  it("gives chapters in reading order, labelled by the table of contents or the heading", async () => {
    for (const version of [2, 3] as const) {
      const plain = chapters.map((chapter) =>
        "label" in chapter ? { ...chapter, label: "Chapter One" } : chapter,
      );
      const { title, format, pages } = await parse(
        "b.epub",
        buildEpub(version === 3 ? chapters : plain, {}, version),
      );
      expect({ title, format, pages }).toEqual({
        title: "A book",
        format: "epub",
        pages: [
          { number: 1, label: "1", text: "" },
          { number: 2, label: "Chapter One", text: "# One\n\nFirst.\n\nMore." },
          { number: 3, label: "The Second", text: "## The Second\n\nSecond." },
        ],
      });
    }
  });

  it("names chapters that are missing and reads the others", async () => {
    const book = buildEpub(chapters, {
      "OEBPS/book.opf":
        "<package><manifest><item id='a' href='text/gone.xhtml'/><item id='b' href='text/a-two.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>",
    });
    const { pages, warnings, title } = await parse("b.epub", book);
    expect([title, pages.map(({ text }) => text)]).toEqual(["b", ["", "## The Second\n\nSecond."]]);
    expect(warnings).toEqual([{ name: "damaged-chapters", file: "b.epub", pages: [1] }]);
  });

  it("with copy protection is refused", async () => {
    const encryption = '<encryption><enc:CipherReference URI="OEBPS/text/a-two.xhtml"/></encryption>';
    const refused = await failure("b.epub", buildEpub(chapters, { "META-INF/encryption.xml": encryption }));
    expect(refused).toEqual({ name: "UnsupportedDocumentError", kind: "copy-protected", file: "b.epub" });
  });

  it("has a limit of chapters and of characters, which names the chapter", async () => {
    const book = buildEpub(chapters);
    expect(await failure("b.epub", book, { limits: { maxPages: 2 } })).toMatchObject({ pages: 3, limit: 2 });
    expect(await failure("b.epub", book, { limits: { maxCharacters: 30 } })).toMatchObject({
      kind: "too-many-characters-at-page",
      page: 3,
    });
  });
});

describe("other archives", () => {
  it("are refused by what they are", async () => {
    const types = { "[Content_Types].xml": "<Types/>" };
    const archives = {
      spreadsheet: { ...types, "xl/workbook.xml": "" },
      presentation: { ...types, "ppt/presentation.xml": "" },
      "open-document": { "content.xml": "" },
      "zip-archive": { "a.txt": "x" },
    };
    for (const [kind, parts] of Object.entries(archives)) {
      expect(await failure("a.zip", buildZip(parts))).toMatchObject({
        name: "UnsupportedDocumentError",
        kind,
      });
    }
  });

  it("of old or locked Office files say which", async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = [...ole, ...[..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0])];
    expect(await failure("a.doc", Uint8Array.from(ole))).toMatchObject({ kind: "old-office" });
    expect(await failure("a.docx", Uint8Array.from(locked))).toMatchObject({
      name: "DocumentPasswordError",
      kind: "password-unsupported",
    });
  });

  it("that are bombs stop at the limit, by size and by ratio [F53]", async () => {
    const bomb = buildDocx("", { "word/document.xml": new Uint8Array(30_000_000).fill(0x20) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await failure("a.docx", bomb, { limits: { maxInflatedBytes: 5_000_000 } })).toEqual({
      name: "DocumentTooLargeError",
      kind: "part-unpacks-too-large",
      file: "a.docx",
      part: "word/document.xml",
      limit: 5_000_000,
    });
    const isBomb = { name: "DocumentTooLargeError", kind: "part-unpacks-as-bomb", limit: 250 };
    expect(await failure("a.docx", bomb)).toMatchObject(isBomb);
    const book = buildEpub([{ name: "a.xhtml", body: " ".repeat(30_000_000) }]);
    expect(await failure("a.epub", book)).toMatchObject(isBomb);
  });
});
