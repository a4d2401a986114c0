// Any passage of any document is found where it came from, however its spaces, quotes, case, ligatures and marks are changed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexDocument, locate } from "./document-index";
import { foldText } from "./fold";
import { matchQuotation } from "./match";

const SEED = 20_270_112;
const WORDS =
  "the first office of a small city has 12.5 rooms and 1,402 chairs “quoted” l’été naïve Straße œuvre señor coração kg € 20% שָׁלוֹם עוֹלָם مُحَمَّد السلام ٣٤ 2027-01-12 16:00 ﬁeld 𝐛𝐨𝐥𝐝 😀 日本語 -7 (brackets) end.".split(
    " ",
  );

const page = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", " ", "\n", "  ", "\u00a0", "\n\n")), {
    minLength: 5,
    maxLength: 60,
  })
  .map((words) => words.map(([word, space]) => word + space).join(""));

const document = fc.array(page, { minLength: 1, maxLength: 4 }).map((texts) => ({
  id: "d",
  name: "Document",
  pages: texts.map((text, index) => ({ number: index + 1, label: `${index + 1}`, text })),
}));

/** Changes that make no other text of it, chosen by `choices`. */
function disguise(text: string, choices: readonly number[]): string {
  const changes: ((word: string) => string)[] = [
    (word) => word,
    (word) => word.toUpperCase().replaceAll("ẞ", "SS"),
    (word) => word.normalize("NFD"),
    (word) => word.normalize("NFKC"),
    (word) => (/^\p{L}{4,}$/u.test(word) ? `${word.slice(0, 2)}-\n${word.slice(2)}` : word),
    (word) => word.replace(/[“”]/g, '"').replace(/’/g, "'"),
    (word) => word.replace(/\p{Mn}/gu, ""),
    (word) => `**${word}**`,
  ];
  return text
    .split(/\s+/)
    .map((word, index) => changes[choices[index % choices.length] ?? 0]?.(word) ?? word)
    .join("  ");
}

describe("a passage taken from a document", () => {
  it("is found where it came from after changes that make no other text of it", () => {
    const choices = fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), fc.nat(), choices, (source, a, b, c, chosen) => {
        const index = indexDocument(source);
        const pageIndex = a % source.pages.length;
        const words = [...(source.pages[pageIndex]?.text ?? "").matchAll(/\S+/g)];
        const first = words[b % words.length];
        const last = words[Math.min(words.length - 1, (b % words.length) + (c % 12))];
        const [start, end] = [first?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)];
        const passage = source.pages[pageIndex]?.text.slice(start, end) ?? "";
        fc.pre(foldText(passage) !== "");
        const match = matchQuotation([index], disguise(passage, chosen));
        expect(match.kind).toBe("found");
        if (match.kind !== "found") return;
        expect(match.how).not.toBe("close");
        const isCounted = match.placeCount > match.places.length;
        const covers = match.places.some(({ pieces }) =>
          pieces.some((piece) => piece.pageIndex === pageIndex && piece.start < end && piece.end > start),
        );
        expect(covers || isCounted).toBe(true);
      }),
      { seed: SEED, numRuns: 600 },
    );
  });

  it("folds in slices as it folds in one, and every unit is found again", () => {
    fc.assert(
      fc.property(page, fc.nat(), (text, at) => {
        const long = text.repeat(1 + Math.ceil(9_000 / text.length));
        const index = indexDocument({ id: "d", name: "", pages: [{ number: 1, label: "1", text: long }] });
        expect(index.folded).toBe(foldText(long));
        const start = at % index.folded.length;
        const pieces = locate(index, start, Math.min(index.folded.length, start + 40));
        expect(pieces).toHaveLength(1);
        const found = foldText(long.slice(pieces[0]?.start, pieces[0]?.end));
        expect(found).toContain(index.folded.slice(start + 3, start + 37).trim());
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("is found with a tenth of its letters changed", () => {
    const words = Array.from({ length: 30_000 }, (_, i) => `w${(i * 7_919) % 9_973}x${(i * 104_729) % 613}`);
    const index = indexDocument({
      id: "d",
      name: "",
      pages: [{ number: 1, label: "1", text: words.join(" ") }],
    });
    fc.assert(
      fc.property(fc.nat({ max: 29_900 }), fc.integer({ min: 10, max: 60 }), (from, count) => {
        const taken = words.slice(from, from + count);
        const changed = taken
          .map((word, i) => (i % 10 === 5 && i < taken.length - 1 ? "zzzzz" : word))
          .join(" ");
        const match = matchQuotation([index], changed);
        expect(match).toMatchObject({ kind: "found", how: "close" });
        if (match.kind !== "found") return;
        const piece = match.places[0]?.pieces[0];
        const found = index.document.pages[0]?.text.slice(piece?.start, piece?.end);
        expect(found).toBe(taken.join(" "));
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
