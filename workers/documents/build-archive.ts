// DOCX and EPUB files made for tests: the fewest parts that a reader accepts, from the markup that a test is about.
import { strToU8, zipSync } from "fflate";

type Zip = Uint8Array<ArrayBuffer>;
type Parts = Readonly<Record<string, string | Uint8Array>>;

export function buildZip(parts: Parts): Zip {
  const files = Object.entries(parts).map(([name, data]) => [
    name,
    typeof data === "string" ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(files)) as Zip;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org";
const WORD = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;

/** A run of words as Word writes it. */
export const wordText = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

export function wordParagraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${wordText(text)}</w:p>`;
}

export function wordTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join("");
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

export function buildDocx(body: string, extra: Parts = {}): Zip {
  const type = `${OFFICE}/officeDocument/2006/relationships`;
  const content = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const level = (format: string): string =>
    `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="${format}"/></w:lvl>`;
  return buildZip({
    "[Content_Types].xml": `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${content}.document.main+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${type}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${type}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="${type}/footnotes" Target="footnotes.xml"/></Relationships>`,
    "word/document.xml": `${XML}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": `${XML}<w:styles ${WORD}>${style("H1", "heading 1")}${style("H2", "heading 2")}</w:styles>`,
    "word/numbering.xml": `${XML}<w:numbering ${WORD}><w:abstractNum w:abstractNumId="0">${level("bullet")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level("decimal")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/footnotes.xml": `${XML}<w:footnotes ${WORD}><w:footnote w:id="2">${wordParagraph("A footnote.")}</w:footnote></w:footnotes>`,
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>A Word title</dc:title></cp:coreProperties>`,
    ...extra,
  });
}

export interface Chapter {
  readonly name: string;
  readonly body: string;
  readonly label?: string; // in the table of contents
}

export function buildEpub(chapters: readonly Chapter[], extra: Parts = {}, version: 2 | 3 = 3): Zip {
  const xhtml = (body: string): string =>
    `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><style>p{}</style></head><body>${body}</body></html>`;
  const labelled = chapters.filter(({ label }) => label !== undefined);
  const nav = labelled.map(({ name, label }) => `<li><a href="text/${name}#top">${label}</a></li>`).join("");
  const points = labelled
    .map(
      ({ name, label }) =>
        `<navPoint><navLabel><text>${label}</text></navLabel><content src="text/${name}"/></navPoint>`,
    )
    .join("");
  const items = chapters.map(
    ({ name }, index) => `<item id="c${index}" href="text/${name}" media-type="application/xhtml+xml"/>`,
  );
  const contents =
    version === 3
      ? '<item id="toc" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
      : '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  // In the package in the reverse order, so that only the spine tells the order of reading.
  const spine = chapters.map((_, index) => `<itemref idref="c${index}"/>`).join("");
  return buildZip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `${XML}<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
    "OEBPS/book.opf": `${XML}<package><metadata><dc:title>A book</dc:title></metadata><manifest>${contents}${items.reverse().join("")}</manifest><spine toc="toc">${spine}</spine></package>`,
    "OEBPS/nav.xhtml": xhtml(`<nav><ol>${nav}</ol></nav>`),
    "OEBPS/toc.ncx": `${XML}<ncx><navMap>${points}</navMap></ncx>`,
    ...Object.fromEntries(
      chapters.map(({ name, body }) => [`OEBPS/text/${decodeURIComponent(name)}`, xhtml(body)]),
    ),
    ...extra,
  });
}
