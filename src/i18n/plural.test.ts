import { describe, expect, it } from "vitest";
import { languages } from "./languages";
import { pluralIn } from "./plural";

describe("pluralIn", () => {
  it("tells one from many in English", () => {
    const plural = pluralIn("en");
    const forms = { one: "1 token", other: "tokens" };
    expect([0, 1, 2, 21].map((count) => plural(count, forms))).toEqual([
      "tokens",
      "1 token",
      "tokens",
      "tokens",
    ]);
  });

  it("has six forms in Arabic", () => {
    const plural = pluralIn("ar");
    const forms = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
    const counts = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111];
    expect(counts.map((count) => plural(count, forms))).toEqual([
      "zero",
      "one",
      "two",
      "few",
      "few",
      "many",
      "many",
      "other",
      "other",
      "few",
      "many",
    ]);
  });

  it("has a form for two in Hebrew", () => {
    const plural = pluralIn("he");
    const forms = { one: "one", two: "two", other: "other" };
    expect([0, 1, 2, 3, 20].map((count) => plural(count, forms))).toEqual([
      "other",
      "one",
      "two",
      "other",
      "other",
    ]);
  });

  it("counts nothing as one in French and as many in German", () => {
    const forms = { one: "one", other: "other" };
    expect(pluralIn("fr")(0, forms)).toBe("one");
    expect(pluralIn("de")(0, forms)).toBe("other");
  });

  it("takes the form for all others where a language has one for millions and the text has none", () => {
    const forms = { one: "un jeton", other: "jetons" };
    expect(pluralIn("fr")(1_000_000, forms)).toBe("jetons");
    expect(pluralIn("es")(1_000_000, { ...forms, many: "de tokens" })).toBe("de tokens");
  });

  it("knows the rules of every language of the interface", () => {
    for (const language of languages)
      expect(new Intl.PluralRules(language).resolvedOptions().locale).toBe(language);
  });
});
