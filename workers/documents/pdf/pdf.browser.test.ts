// PDFs through the worker, as the page reads them: exact text of pages whose every character was placed by the test.
import { describe, expect, it } from "vitest";
import type { ParsedDocument, ParseOptions } from "../api";
import { parseDocument } from "../client";
import { buildPdf, drawLines, drawRtl, type PdfOptions, type PdfPage } from "./build-pdf";

async function parse(
  pages: readonly PdfPage[],
  pdf: PdfOptions = {},
  options: ParseOptions = {},
): Promise<ParsedDocument> {
  return parseDocument(new File([await buildPdf(pages, pdf)], "made.pdf"), options);
}

const textOf = async (...texts: NonNullable<PdfPage["texts"]>): Promise<string> =>
  (await parse([{ texts }])).pages[0]?.text ?? "";

const pageOf = (...lines: readonly string[]): PdfPage => ({ texts: drawLines(lines, 50, 100) });

describe("a PDF's text", () => {
  it("keeps page numbers, labels and the title, plain and compressed", async () => {
    for (const compress of [false, true]) {
      const document = await parse([pageOf("preface"), pageOf("one"), pageOf("two")], {
        title: "Título",
        labels: "0 << /S /r >> 1 << /S /D /St 1 >>",
        compress,
      });
      expect(document).toEqual({
        title: "Título",
        format: "pdf",
        encoding: null,
        pages: [
          { number: 1, label: "i", text: "preface" },
          { number: 2, label: "1", text: "one" },
          { number: 3, label: "2", text: "two" },
        ],
        characterCount: 13,
        warnings: [],
      });
    }
  });

  it("joins the lines of a paragraph and keeps the breaks its author made", async () => {
    const lines = [
      "The quick brown fox jumps over the lazy dog and then",
      "runs on through the wood, out of sight.",
      "Then it sleeps.",
    ];
    const spaced = drawLines(["A paragraph further down."], 50, 180);
    expect(await textOf(...drawLines(lines, 50, 100), ...spaced)).toBe(
      "The quick brown fox jumps over the lazy dog and then runs on through the wood, out of sight.\nThen it sleeps.\n\nA paragraph further down.",
    );
  });

  it("begins a paragraph at a larger heading and at an indent", async () => {
    const text = await textOf(
      { text: "A heading", x: 50, y: 80, size: 16 },
      ...drawLines(["Body text that fills the column to its end here", "and stops."], 50, 100),
      { text: "An indented paragraph begins on this line, as", x: 65, y: 124 },
      { text: "in novels, and goes on.", x: 50, y: 136 },
    );
    expect(text).toBe(
      "A heading\n\nBody text that fills the column to its end here and stops.\n\nAn indented paragraph begins on this line, as in novels, and goes on.",
    );
  });

  it("joins hyphenated words, and keeps the hyphen of words written with one", async () => {
    const lines = [
      "A well-known example shows how the inter-",
      "national words are joined, but a well-",
      "known one is not, nor is 10-15 nor a Non-",
      "Latin name that ends there.",
    ];
    expect(await textOf(...drawLines(lines, 50, 100))).toBe(
      "A well-known example shows how the international words are joined, but a well-known one is not, nor is 10-15 nor a Non-Latin name that ends there.",
    );
  });

  it("takes ligatures apart", async () => {
    expect(await textOf({ text: "e\ufb03cient \ufb01ne \ufb02ow", x: 50, y: 100 })).toBe(
      "efficient fine flow",
    );
  });

  it("adds spaces where words stand apart and none inside a word", async () => {
    const pieces = [
      { text: "W", x: 50, y: 100 },
      { text: "ord", x: 55, y: 100 },
      { text: "next", x: 73, y: 100 },
      { text: "2", x: 93.2, y: 97, size: 6 }, // a raised mark
    ];
    expect(await textOf(...pieces)).toBe("Word next2");
  });

  it("reads two columns one after the other, with a title and a note across both", async () => {
    const left = [
      "Left column line one is here,",
      "then line two of the left one",
      "and line three of the left,",
      "its fourth line ends there.",
    ];
    const right = [
      "Right column line one begins",
      "with line two of right below",
      "and line three of the right",
      "to the fourth, which ends it.",
    ];
    const text = await textOf(
      { text: "A title that stands across both of the columns of this page", x: 50, y: 60 },
      // Row by row, as some programs draw.
      ...left.flatMap((line, index) => [
        { text: line, x: 50, y: 100 + 12 * index },
        { text: right[index] ?? "", x: 250, y: 100 + 12 * index },
      ]),
      { text: "A note across both columns stands at the foot of this page.", x: 50, y: 200 },
    );
    expect(text).toBe(
      `A title that stands across both of the columns of this page\n\n${left.join(" ")}\n\n${right.join(" ")}\n\nA note across both columns stands at the foot of this page.`,
    );
  });

  it("goes on in the next column with a sentence, and begins anew below a heading over both", async () => {
    const draw = (lines: readonly string[], x: number, y: number) => drawLines(lines, x, y);
    const text = await textOf(
      ...draw(
        [
          "The first part is set in two",
          "columns of four lines each, so",
          "that its sentence breaks over",
          "from this one at the hyphen-",
        ],
        50,
        100,
      ),
      ...draw(
        [
          "ated word into the second one",
          "where it stops. More of it is",
          "then said in the right column",
          "until the part has its end.",
        ],
        210,
        100,
      ),
      { text: "A heading", x: 50, y: 190, size: 14 },
      ...draw(
        [
          "The second part begins below",
          "the heading and is read after",
          "all of the first part is, and",
          "its left column ends here.",
        ],
        50,
        220,
      ),
      ...draw(
        [
          "The right one of the second",
          "part comes last on the page,",
          "and says nothing more than a",
          "word or two about itself.",
        ],
        210,
        220,
      ),
    );
    expect(text).toBe(
      "The first part is set in two columns of four lines each, so that its sentence breaks over from this one at the hyphenated word into the second one where it stops. More of it is then said in the right column until the part has its end.\n\nA heading\n\nThe second part begins below the heading and is read after all of the first part is, and its left column ends here.\n\nThe right one of the second part comes last on the page, and says nothing more than a word or two about itself.",
    );
  });

  it("keeps a table's rows, with tabs between cells", async () => {
    const rows = [
      ["Item", "Price", "Stock"],
      ["Chair", "12.50", "4"],
      ["Table", "99.00", "12"],
      ["Lamp", "7.25", "none"],
    ];
    const cells = rows.flatMap((row, y) =>
      row.map((text, x) => ({ text, x: 50 + 100 * x, y: 100 + 15 * y })),
    );
    expect(await textOf(...cells)).toBe(rows.map((row) => row.join("\t")).join("\n"));
  });

  it("reads turned pages and text turned on a page", async () => {
    const turned = `BT /F1 10 Tf 0 1 -1 0 300 100 Tm <0061006200630020006400650066> Tj ET`;
    expect((await parse([{ content: turned, rotate: 90 }])).pages[0]?.text).toBe("abc def");
    const both = `${turned} BT /F1 10 Tf 1 0 0 1 50 700 Tm <00750070007200690067006800740020006c006f006e006700650072> Tj ET`;
    expect((await parse([{ content: both }])).pages[0]?.text).toBe("upright longer\n\nabc def");
  });

  it("reads Chinese through a character map that the file only names", async () => {
    const descendant =
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 >>";
    const font = `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant}] >>`;
    const { pages } = await parse([{ content: "BT /F1 10 Tf 1 0 0 1 50 700 Tm <5408540C> Tj ET" }], { font });
    expect(pages[0]?.text).toBe("合同");
  });
});

describe("Hebrew and Arabic in a PDF", () => {
  it("are read in order, with numbers, brackets and Latin words in them", async () => {
    const first = "המודל Jamba 2 3B פועל בדפדפן,";
    // As it stands: the Latin words from left to right in a line from right to left.
    const drawn = { text: ",ןפדפדב לעופ Jamba 2 3B לדומה", x: 550 - first.length * 5, y: 100 };
    const price = { text: ".(3.2 ףיעס ואר) 1,250.50 אוה ריחמהו", x: 550 - 35 * 5, y: 112 };
    expect(await textOf(drawn, price)).toBe(
      "המודל Jamba 2 3B פועל בדפדפן, והמחיר הוא 1,250.50 (ראו סעיף 3.2).",
    );
  });

  it("are read in order when each letter is placed by itself from right to left", async () => {
    const letters = [..."שלום עולם"].map((text, index) => ({ text, x: 545 - 5 * index, y: 100 }));
    expect(await textOf(...letters.filter(({ text }) => text !== " "))).toBe("שלום עולם");
  });

  it("join lines that end at the left, and columns from the right", async () => {
    const right = [
      "העמודה הימנית מתחילה כאן ויש",
      "לה שורה שנייה ועוד שלישית כי",
      "בלעדיה אין זה טור של ממש בדף",
      "והיא נגמרת בשורה הרביעית פה.",
    ];
    const left = [
      "העמודה השמאלית באה אחריה ויש",
      "גם לה שורה שנייה ואז שלישית,",
      "שבלעדיה אין זה טור אמיתי פה,",
      "וגם היא נגמרת ברביעית שלה כך.",
    ];
    const texts = right.flatMap((line, index) => [
      drawRtl(left[index] ?? "", 250, 100 + 12 * index),
      drawRtl(line, 550, 100 + 12 * index),
    ]);
    expect(await textOf(...texts)).toBe(`${right.join(" ")}\n\n${left.join(" ")}`);
  });

  it("have Arabic presentation forms and ligatures taken apart after they are ordered", async () => {
    // السلام: alef, lam-, -seen-, lam-alef ligature, meem; drawn from the left.
    expect(await textOf({ text: "\ufee1\ufefc\ufeb3\ufedf\ufe8d", x: 50, y: 100 })).toBe("السلام");
  });

  it("keep a Latin line's place inside a right-to-left paragraph", async () => {
    const drawn = { text: ".AI21 Labs לש Jamba Reasoning 3B", x: 390, y: 100 };
    expect(await textOf(drawn)).toBe("Jamba Reasoning 3B של AI21 Labs.");
  });
});

describe("a PDF's headers and footers", () => {
  it("go, but for a header's first appearance", async () => {
    const pages = Array.from({ length: 5 }, (_, index) => ({
      texts: [
        { text: "Contract 4711, confidential", x: 50, y: 30 },
        ...drawLines([`Body of page ${"abcde"[index]}.`, `Line ${"fghij"[index]}.`], 50, 100),
        { text: `Page ${index + 1} of 5`, x: 280, y: 780 },
      ],
    }));
    const { pages: read } = await parse(pages);
    expect(read.map(({ text }) => text)).toEqual([
      "Contract 4711, confidential\n\nBody of page a.\nLine f.\n\nPage 1 of 5",
      ..."bcde".split("").map((letter, index) => `Body of page ${letter}.\nLine ${"ghij"[index]}.`),
    ]);
  });

  it("stay where two pages are too few to tell", async () => {
    const { pages } = await parse([pageOf("Same line"), pageOf("Same line")]);
    expect(pages.map(({ text }) => text)).toEqual(["Same line", "Same line"]);
  });
});
