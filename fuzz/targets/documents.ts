// DOCX and EPUB files: read, or refused by name; in time and without more memory than the limit.
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import type { DocumentLimits } from "../../workers/documents/api";
import {
  buildDocx,
  buildEpub,
  buildZip,
  wordParagraph,
  wordTable,
} from "../../workers/documents/build-archive";
import { DEFAULT_LIMITS } from "../../workers/documents/limits";
import { parseFile } from "../../workers/documents/parse-file";
import { mutate, type Seed } from "../mutate";
import { createRandom } from "../random";
import { expectThat, type Outcome, type Target } from "../target";

const isControl = (character: string): boolean => character < " " && !"\t\n\v\f\r".includes(character);
const LIMITS: DocumentLimits = { ...DEFAULT_LIMITS, maxInflatedBytes: 20_000_000 };

/** In Node mammoth takes a Buffer where in a browser it takes an ArrayBuffer; all else of it is the same. */
const { convertToHtml } = mammoth;
mammoth.convertToHtml = (input, options) =>
  convertToHtml("arrayBuffer" in input ? { buffer: Buffer.from(input.arrayBuffer) } : input, options);

const check =
  (name: string) =>
  async (input: Uint8Array<ArrayBuffer>): Promise<Outcome> => {
    if (input.length === 0) return "refused";
    const result = await parseFile(
      { file: new File([input], name), limits: LIMITS, password: null },
      () => {},
    );
    if (result.outcome === "refused") {
      expectThat(result.fault.kind !== "worker-failed", () => "the worker failed");
      return "refused";
    }
    const { pages, characterCount } = result.document;
    expectThat(
      pages.some(({ text }) => text !== ""),
      () => "a document without text was taken",
    );
    expectThat(characterCount <= LIMITS.maxCharacters, () => `${characterCount} characters`);
    expectThat(
      pages.every(({ text }) => ![...text].some(isControl)),
      () => "control characters came through",
    );
    return "taken";
  };

const WORDS = [
  ...["<w:p>", "</w:p>", "<w:tbl>", "<w:tc>", "<w:t>", "</w:t>", "<w:r>", "<![CDATA[", "]]>", "<!--", "-->"],
  ...[
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    "&a;",
    "&#0;",
    "&#x110000;",
    "<div>",
    "</div>",
    "<td>",
    "</table>",
    "<ul><li>",
  ],
  ...['href="http://x"', 'src="../../x"', 'w:val="', 'xmlns:w=""', "\u0000", "\ufeff", "\u202e"],
];

/** The archive again with one of its parts changed, packed as it should be: damage to the packing itself stops at its checksums. */
function withChangedParts(archive: Uint8Array, count: number): Seed[] {
  const parts = unzipSync(archive);
  const names = Object.keys(parts).filter((name) => /\.(xml|xhtml|opf|ncx|rels)$/.test(name));
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(7, index);
    const name = random.pick(names);
    const seed: Seed = { bytes: parts[name] as Uint8Array, words: WORDS };
    return { bytes: buildZip({ ...parts, [name]: mutate(seed, random, [seed]) }) };
  });
}

const BODY =
  wordParagraph("Some words", '<w:pStyle w:val="H1"/>') +
  wordParagraph("More &amp; more", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
  wordTable([
    ["a", "b"],
    ["c", "d"],
  ]);
const CHAPTERS = [
  { name: "a.xhtml", label: "A", body: "<h1>A</h1><table><tr><td>x<td>y</table>" },
  { name: "b.xhtml", label: "B", body: "<ul><li>b<li>c</ul><pre>d\n e</pre>" },
];
const CHANGED_PARTS = 0.5; // of all inputs

const archive = (name: string, bytes: Uint8Array, count: number): Target => {
  const changed = withChangedParts(bytes, count * CHANGED_PARTS);
  return {
    name,
    count: count - changed.length,
    seeds: [{ bytes }, ...changed],
    check: check(`a.${name}`),
    maxMs: 2000,
  };
};

export const loadDocx = (): Target => archive("docx", buildDocx(BODY), 10_000);
export const loadEpub = (): Target => archive("epub", buildEpub(CHAPTERS), 10_000);
