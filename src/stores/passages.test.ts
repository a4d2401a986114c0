import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPassages, openPassageSearch } from "./passages";
import { foldWord, listTerms } from "./words";

const page = (number: number, text: string) => ({ number, label: `p${number}`, text });
const words = (count: number, word = "word"): string => Array.from({ length: count }, () => word).join(" ");
const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

describe("cutPassages", () => {
  it("ends passages with sentences, near 200 words, and crosses no page", () => {
    const sentence = `${words(29)} end.`;
    const text = Array.from({ length: 20 }, () => sentence).join(" ");
    const passages = cutPassages([page(1, text), page(2, "Short page.")]);
    expect(passages.at(-1)).toEqual({ page: 2, start: 0, end: 11 });
    for (const { page: number, start, end } of passages.slice(0, -1)) {
      const passage = text.slice(start, end);
      expect(number).toBe(1);
      expect(passage.endsWith("end.")).toBe(true);
      expect(countWords(passage)).toBeGreaterThanOrEqual(60);
      expect(countWords(passage)).toBeLessThan(260);
    }
  });
  it("holds every word of a page once, whatever the page is like, in passages of a bounded length", () => {
    const piece = fc.constantFrom("word", "end.", "\n", "\n\n", "שלום", "؟ ", "  ", "a.b", words(150));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(" ");
        const found = cutPassages([page(1, text)]).map(({ start, end }) => text.slice(start, end));
        expect(found.join(" ").split(/\s+/).filter(Boolean)).toEqual(text.split(/\s+/).filter(Boolean));
        for (const passage of found) expect(countWords(passage)).toBeLessThan(260);
      }),
    );
  });
  it("cuts a million characters without a break, and not by trying each place", () => {
    const startedAt = performance.now();
    expect(cutPassages([page(1, words(200_000))]).length).toBeGreaterThanOrEqual(1_000);
    expect(cutPassages([page(1, "x".repeat(1_000_000))])).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(10_000); // a second at most; hours where each place is tried
  });
});

describe("foldWord", () => {
  it("knows a word again in other case, accents, points and forms", () => {
    const same = [
      ["CAFÉ", "cafe"],
      ["Straße", "STRASSE"],
      ["ﬁnal", "final"],
      ["coração", "coracao"],
      ["שָׁלוֹם", "שלום"],
      ["كِتَاب", "كتاب"],
      ["أحمد", "احمد"],
      ["ﻛﺘﺎﺏ", "كتاب"],
      ["كتـــاب", "كتاب"],
    ] as const;
    for (const [one, other] of same) expect(foldWord(one)).toBe(foldWord(other));
    expect(foldWord("chat")).not.toBe(foldWord("chut"));
  });
  it("finds Hebrew and Arabic words without the particles joined to them", () => {
    expect(listTerms("והמפתח")).toContain("מפתח");
    expect(listTerms("بالمدينة")).toContain(foldWord("مدينة"));
    expect(listTerms("key")).toEqual(["key"]);
  });
});

describe("the search", () => {
  const filler = `${words(80, "lorem")} ipsum.`;
  const search = async (text: string, question: string) => {
    const pages = [page(1, filler), page(2, text), page(3, `${filler} dolor.`)];
    const index = await openPassageSearch(pages, new AbortController().signal);
    return index.find(question, 5)[0];
  };
  const cases = [
    ["en", "The deadlines were moved to June.", "When is the deadline?"],
    ["es", "La reunión será en la habitación azul.", "¿Dónde es la REUNION?"],
    ["fr", "L’été dernier, les élèves ont visité l’abbaye.", "Où sont allés les eleves ?"],
    ["it", "La città paga l'elettricità ogni mese.", "Chi paga l’elettricita?"],
    ["pt", "A decisão da comissão foi adiada.", "O que houve com a decisao?"],
    ["nl", "De coördinatie ligt bij het ministerie.", "Wie doet de coordinatie?"],
    ["de", "Die Maßnahme beginnt in der Königsstraße.", "Wo beginnt die MASSNAHME?"],
    ["ar", "يوجد المفتاح عند الحارس في المدخل", "أين مفتاح الباب؟"],
    ["he", "הַמַּפְתֵּחַ נמצא אצל השומר בכניסה", "איפה מפתח הבית?"],
  ] as const;
  for (const [language, text, question] of cases) {
    it(`finds the page that answers, in ${language}`, async () => {
      const found = await search(text, question);
      expect(found?.range.page).toBe(2);
      expect(found?.pageLabel).toBe("p2");
      expect(found?.text).toBe(text);
    });
  }
  it("finds nothing where no word is shared", async () => {
    expect(await search("The deadline is June.", "xylophone")).toBeUndefined();
  });
  it("ends when it is no longer wanted", async () => {
    const pages = Array.from({ length: 500 }, (_, i) => page(i + 1, "Some text."));
    const controller = new AbortController();
    const opening = openPassageSearch(pages, controller.signal);
    controller.abort(new Error("closed"));
    await expect(opening).rejects.toThrow("closed");
  });
});
