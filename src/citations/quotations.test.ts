import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations, finishedPart } from "./quotations";

const passages = (answer: string, kind = "quoted") =>
  findQuotations(answer)
    .filter((one) => one.kind === kind)
    .map(({ text }) => text);

describe("findQuotations", () => {
  it.each([
    ["English", "It says “the red door” twice.", "the red door"],
    ["straight", 'It says "the red door".', "the red door"],
    ["Spanish", "Dice «la puerta roja».", "la puerta roja"],
    ["French", "Il dit « la porte rouge ».", "la porte rouge"],
    ["French, inner", "Il dit ‹ la porte rouge ›.", "la porte rouge"],
    ["Portuguese", "Diz “a porta vermelha”.", "a porta vermelha"],
    ["Italian", "Dice «la porta rossa».", "la porta rossa"],
    ["Dutch", "Er staat ‘de rode deur’.", "de rode deur"],
    ["Dutch, low", "Er staat ‚de rode deur’.", "de rode deur"],
    ["German", "Da steht „die rote Tür“.", "die rote Tür"],
    ["German, books", "Da steht »die rote Tür«.", "die rote Tür"],
    ["Arabic", "يقول «الباب الأحمر».", "الباب الأحمر"],
    ["Hebrew", 'כתוב "הדלת האדומה".', "הדלת האדומה"],
    ["Hebrew, typographic", "כתוב ״הדלת האדומה״.", "הדלת האדומה"],
    ["Hebrew, low", "כתוב „הדלת האדומה”.", "הדלת האדומה"],
    ["Hebrew, prefixed", 'ב"ידיעות אחרונות" נכתב', "ידיעות אחרונות"],
    ["Hebrew with an acronym", 'נאמר "ראש צה"ל אמר" שם', 'ראש צה"ל אמר'],
    ["single, straight", "It says 'the red door' there.", "the red door"],
    ["bold", '**"the red door"** it says', "the red door"],
    ["with an apostrophe", "It says ‘it doesn’t open’.", "it doesn’t open"],
  ])("finds a passage in %s marks", (_language, answer, passage) => {
    expect(passages(answer)).toEqual([passage]);
  });

  it("takes no apostrophe, acronym, inch or code for a quotation", () => {
    expect(passages("The dogs' bone isn't Anna's, it's theirs.")).toEqual([]);
    expect(passages('דובר צה"ל ומנכ"ל החברה')).toEqual([]);
    expect(passages('ב"כ הנתבע אמר "שלום לכולם" שם')).toEqual(["שלום לכולם"]);
    expect(passages('A 5" screen and a 7" one')).toEqual([]);
    expect(
      passages('Run `say "hello there"` or\n\n```\nprint("a b c")\n```\n\nand ["x y"](http://a.b/"c")'),
    ).toEqual(["x y"]);
  });

  it("gives up a mark that nothing closes in its paragraph", () => {
    expect(passages('He said "and then\n\nnothing" more "than that" came')).toEqual(["than that"]);
    expect(passages('- one "two\n- three" four')).toEqual([]);
    expect(passages('| a "b | c" d |\n| - | - |')).toEqual([]);
  });

  it("takes a block quote's paragraphs as passages, without who said it", () => {
    const answer = "It says:\n\n> The red door\n> is *open*.\n>\n> “It stays so.”\n> — page 3\n\nSo it is.";
    expect(passages(answer, "block")).toEqual(["The red door\nis *open*.", "“It stays so.”"]);
    const ends = findQuotations(answer).map(({ end }) => answer.slice(0, end).split("\n").at(-1));
    expect(ends).toEqual(["> is *open*.", "> “It stays so.”"]);
  });

  it("takes figures and names of a short answer as values", () => {
    expect(passages("There are 1402 front possums in room C31.", "value")).toEqual(["1402", "C31"]);
    expect(
      passages("Tomas Lindqvist leads it since 12 January 2027 for $84.50 or 18,900 €.", "value").sort(),
    ).toEqual(["$84.50", "12", "18,900 €", "2027", "Tomas Lindqvist"]);
    expect(passages(`${"Much is said about this. ".repeat(20)}There are 1402.`, "value")).toEqual([]);
    expect(passages("It is “1402” and no more.", "value")).toEqual([]);
  });

  it("claims only what is long enough or has a figure", () => {
    const claims = (answer: string) => findQuotations(answer).map(({ isClaim }) => isClaim);
    expect(claims("the “cloud” is “42” and “a red door”")).toEqual([false, true, true]);
    expect(claims("the 'red door here' opened")).toEqual([false]);
  });

  it("ends each passage after its closing mark, whatever the text", () => {
    const text = fc.array(
      fc.constantFrom('"', "“", "”", "„", "'", "’", "«", "»", "a", " ", "\n", ">", "`", "1", "ב", "|"),
    );
    fc.assert(
      fc.property(text, (units) => {
        const answer = units.join("");
        for (const { kind, text: passage, end } of findQuotations(answer)) {
          expect(end).toBeLessThanOrEqual(answer.length);
          if (kind === "quoted")
            expect(
              answer
                .slice(0, end - 1)
                .trimEnd()
                .endsWith(passage),
            ).toBe(true);
          if (kind === "value") expect(answer.slice(0, end).endsWith(passage)).toBe(true);
        }
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});

describe("finishedPart", () => {
  it("ends before the block that still grows", () => {
    expect(finishedPart("one\n\ntwo\n\nthr")).toBe("one\n\ntwo");
    expect(finishedPart("one")).toBe("");
  });
});
