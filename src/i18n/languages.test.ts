import { describe, expect, it } from "vitest";
import { directionOf, languages, matchLanguage } from "./languages";

describe("matchLanguage", () => {
  it("takes the first wish that is spoken, whatever its region, script or case", () => {
    expect(matchLanguage(["pt-BR", "en"])).toBe("pt");
    expect(matchLanguage(["ja", "zh-Hant-TW", "AR-eg", "fr"])).toBe("ar");
  });

  it("knows Hebrew by its old tag, too", () => {
    expect(matchLanguage(["iw-IL"])).toBe("he");
  });

  it("is English where no wish is spoken, or none is known", () => {
    expect(matchLanguage(["ja", "ko"])).toBe("en");
    expect(matchLanguage([])).toBe("en");
    expect(matchLanguage(["", "-", "constructor"])).toBe("en");
  });
});

it("writes Arabic and Hebrew from right to left, the others from left to right", () => {
  expect(languages.filter((language) => directionOf(language) === "rtl")).toEqual(["ar", "he"]);
});
