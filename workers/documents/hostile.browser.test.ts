// Files cut off anywhere and files with bytes changed at random: each is read or refused by name, none hangs or kills the worker.
import { describe, expect, it } from "vitest";
import type { ParseOptions } from "./api";
import { buildDocx, buildEpub, buildZip, wordParagraph, wordTable } from "./build-archive";
import { isDocumentsWorkerRunning, parseDocument } from "./client";
import { isDocumentError } from "./errors";
import { buildPdf, drawLines } from "./pdf/build-pdf";

type Bytes = Uint8Array<ArrayBuffer>;
type Outcome = "read" | "refused";

const OPTIONS: ParseOptions = { limits: { maxSeconds: 20, maxInflatedBytes: 50_000_000 } };
const CUTS = 50;
/** Of each of two samples. More would be better: PDF is not fuzzed in Node, as DOCX and EPUB are with ten thousands (fuzz/). But
 * pdf.js takes 60 to 90 ms for one on two busy cores, and a thousand would be over a minute of every run of the tests. */
const PDF_MUTATIONS = 150;
const OTHER_MUTATIONS = 100;

async function judge(name: string, bytes: Bytes): Promise<Outcome> {
  try {
    const { pages } = await parseDocument(new File([bytes], name), OPTIONS);
    expect(pages.some(({ text }) => text !== "")).toBe(true);
    return "read";
  } catch (error) {
    if (!isDocumentError(error)) throw error;
    expect(error.name).not.toMatch(/Timeout|Worker/);
    expect(error.fault.file).toBe(name);
    return "refused";
  }
}

/** Marsaglia's xorshift, so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function mutate(bytes: Bytes, random: (below: number) => number): Bytes {
  const changed = bytes.slice();
  const count = 1 + random(12);
  for (let index = 0; index < count; index += 1) {
    const at = random(changed.length);
    const kind = random(3);
    if (kind === 0) changed[at] = random(256);
    else if (kind === 1) changed.fill(random(256), at, at + random(40));
    else changed.copyWithin(at, random(changed.length), random(changed.length));
  }
  return changed;
}

const SAMPLES: readonly (readonly [name: string, build: () => Promise<Bytes>])[] = [
  [
    "made.pdf",
    () =>
      buildPdf(
        [1, 2, 3].map((page) => ({ texts: drawLines(["Some words", "on a page", `and ${page}`], 50, 50) })),
        { compress: true, labels: "0 << /S /r >>", title: "T" },
      ),
  ],
  ["plain.pdf", () => buildPdf([{ texts: drawLines(["Some words", "on a page"], 50, 50) }])],
  [
    "made.docx",
    async () =>
      buildDocx(
        wordParagraph("words", '<w:pStyle w:val="H1"/>') +
          wordTable([
            ["a", "b"],
            ["c", "d"],
          ]),
      ),
  ],
  [
    "made.epub",
    async () =>
      buildEpub([
        { name: "a.xhtml", label: "A", body: "<h1>A</h1><table><tr><td>x<td>y</table>" },
        { name: "b.xhtml", label: "B", body: "<ul><li>b<li>c</ul>" },
      ]),
  ],
];

describe.each(SAMPLES)("%s", (name, build) => {
  it("cut off at every fiftieth is read or refused by name [F53]", async () => {
    const bytes = await build();
    expect(await judge(name, bytes)).toBe("read");
    const outcomes: Outcome[] = [];
    for (let cut = 1; cut < CUTS; cut += 1) {
      outcomes.push(await judge(name, bytes.slice(0, Math.floor((bytes.length * cut) / CUTS))));
    }
    expect(outcomes).toContain("refused");
  });

  it("with bytes changed at random is read or refused by name [F53]", async () => {
    const bytes = await build();
    const random = randomFrom(bytes.length + 1);
    const rounds = name.endsWith(".pdf") ? PDF_MUTATIONS : OTHER_MUTATIONS;
    for (let round = 0; round < rounds; round += 1) await judge(name, mutate(bytes, random));
    expect(isDocumentsWorkerRunning()).toBe(true); // the same one all the time
    expect(await judge(name, bytes)).toBe("read");
  });
});

describe("markup that asks for too much", () => {
  it("is read or refused by name however deep it is nested [F53]", async () => {
    const depth = 100_000;
    await judge("a.html", new TextEncoder().encode(`<!doctype html>${"<ul><li>x".repeat(depth / 10)}`));
    await judge("a.docx", buildDocx("<w:p>".repeat(depth) + "</w:p>".repeat(depth)));
    await judge("a.epub", buildEpub([{ name: "a.xhtml", body: "<div><span>".repeat(depth / 10) }]));
  });

  it("does not grow by entities of its own", async () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from("bcdefghij", (name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index]};`.repeat(10)}">`).join("")}]>`;
    const document = `${entities}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;
    await judge("a.docx", buildDocx("", { "word/document.xml": document }));
    await judge("a.epub", buildEpub([{ name: "a.xhtml", body: "&j; x" }]));
  });

  it("cannot hide a ZIP's parts behind its directory", async () => {
    const zip = buildZip({ "META-INF/container.xml": "<container/>" });
    const view = new DataView(zip.buffer);
    view.setUint16(zip.length - 22 + 10, 60_000, true); // claims more parts than it has
    expect(await judge("a.epub", zip)).toBe("refused");
    view.setUint16(zip.length - 22 + 10, 1, true);
    view.setUint32(zip.length - 22 + 16, 0xfffffff0, true); // a directory outside the file
    expect(await judge("a.epub", zip)).toBe("refused");
  });
});
