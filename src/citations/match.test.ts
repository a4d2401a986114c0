import { describe, expect, it } from "vitest";
import { indexDocument } from "./document-index";
import { foldText } from "./fold";
import { type Match, matchQuotation } from "./match";

const documentOf = (...texts: string[]) => ({
  id: "d",
  name: "Document",
  pages: texts.map((text, index) => ({ number: index + 1, label: String(index + 1), text })),
});

/** The match, with the words it stands for instead of offsets. */
function find(quotation: string, ...texts: string[]) {
  const match = matchQuotation([indexDocument(documentOf(...texts))], quotation);
  return describeMatch(match, texts);
}

function describeMatch(match: Match, texts: readonly string[]) {
  if (match.kind === "missing") return "missing";
  const words = match.places.map(({ pieces }) =>
    pieces.map(({ pageIndex, start, end }) => `${pageIndex + 1}: ${texts[pageIndex]?.slice(start, end)}`),
  );
  return { how: match.how, words: words.flat(), count: match.placeCount };
}

const one = (how: string, ...words: string[]) => ({ how, words, count: 1 });

describe("foldText", () => {
  it("keeps what changes a figure and drops what does not change a word", () => {
    expect(foldText("It costs €1,000.50, i.e. −5 % of 2019–2021; at 16:00.")).toBe(
      "itcosts€1,000.50ie-5%of2019-2021at16:00",
    );
    expect(foldText("rooms 12, 15")).toBe("rooms12 15");
    expect(foldText("**Bold** _and_ `code` | cell")).toBe("boldandcodecell");
    expect(foldText("٣٫٥ ٪")).toBe("3.5%");
    expect(foldText("Straße ŒUVRE ﬁn Ⅳ ½ x²")).toBe("strasseoeuvrefiniv1/2x2");
  });
});

describe("matchQuotation", () => {
  it("finds a passage word for word", () => {
    expect(find("a red house", "There was a red house there.")).toEqual(one("exact", "1: a red house"));
    expect(find("a red house,", "There was a red house there.")).toEqual(one("exact", "1: a red house"));
  });

  it("finds it whatever the quotes, dashes, case and spaces are", () => {
    expect(find(`It's "well-known"`, "And it’s  “well–\u00adknown” here")).toEqual(
      one("normalised", "1: it’s  “well–\u00adknown"),
    );
  });

  it("finds what is hyphenated over a line and over a page", () => {
    expect(find("an important example of it", "This is an impor-\ntant exam-", "ple of it.")).toEqual(
      one("normalised", "1: an impor-\ntant exam-", "2: ple of it"),
    );
  });

  it("finds ligatures and diacritics from either side", () => {
    expect(find("the first office", "In the ﬁrst oﬃce now")).toEqual(one("normalised", "1: the ﬁrst oﬃce"));
    expect(find("The cafe is naïve", "the café is nai\u0308ve.")).toEqual(
      one("normalised", "1: the café is nai\u0308ve"),
    );
  });

  it("finds Hebrew with niqqud and with maqaf", () => {
    const text = "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ׃ בית־ספר";
    expect(find("ברא אלהים את השמים", text)).toEqual(one("normalised", "1: בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם"));
    expect(find("בית ספר", text)).toEqual(one("normalised", "1: בית־ספר"));
  });

  it("finds Arabic in presentation forms, with vowels, tatweel and its own digits", () => {
    expect(find("السلام عليكم", "ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ")).toEqual(one("normalised", "1: ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ"));
    expect(find("محمد عام 2019", "قال مُحَمَّـد عام ٢٠١٩ م")).toEqual(one("normalised", "1: مُحَمَّـد عام ٢٠١٩"));
  });

  it("finds a passage with a word changed, and says which", () => {
    const index = indexDocument(documentOf("Then the quick brown fox jumps over the lazy dog and sleeps."));
    const match = matchQuotation([index], "the quick brown fox leaps over the lazy dog");
    expect(match).toMatchObject({
      kind: "found",
      how: "close",
      difference: [
        { kind: "same", text: "the quick brown fox" },
        { kind: "quoted", text: "leaps" },
        { kind: "document", text: "jumps" },
        { kind: "same", text: "over the lazy dog" },
      ],
    });
  });

  it("does not take another figure for the same", () => {
    expect(find("3.2 kg", "It weighs 32 kg.")).toBe("missing");
    expect(find("1402", "In 14023 and A1402 and 1402.5 cases")).toBe("missing");
    expect(find("1215", "rooms 12", "15 more")).toBe("missing");
    expect(find("5 degrees", "It was -5 degrees")).toBe("missing");
    expect(find("2015", "on 2015-04-09")).toEqual(one("exact", "1: 2015"));
    const match = find("the pump costs $48.50 each", "Note: the pump costs $84.50 each.");
    expect(match).toEqual(one("close", "1: the pump costs $84.50 each"));
  });

  it("does not find what was made up", () => {
    const text = "The committee met on Monday to discuss the budget for the coming year. ".repeat(30);
    expect(find("the board resigned after a scandal in March", text)).toBe("missing");
    expect(find("", text)).toBe("missing");
    expect(find("…", text)).toBe("missing");
    expect(find("anything", "")).toBe("missing");
  });

  it("finds a short quotation as whole words only", () => {
    expect(find("rapist", "a good therapist")).toBe("missing");
    expect(find("art", "party")).toBe("missing");
    expect(find("art", "party art")).toEqual(one("exact", "1: art"));
    expect(find("x", "a b c")).toBe("missing");
  });

  it("lists every place of a repeated passage, the verbatim ones first", () => {
    expect(find("the Red door", "the red door", "x the Red door y the RED door")).toEqual({
      how: "exact",
      words: ["2: the Red door", "1: the red door", "2: the RED door"],
      count: 3,
    });
    const many = find("same words", "same words. ".repeat(120));
    expect(many).toMatchObject({ count: 120 });
    expect(many !== "missing" && many.words).toHaveLength(50);
  });

  it("lets words be left out, in order only", () => {
    const text = "Alice went to the market early and bought seven green apples there.";
    expect(find("Alice went […] seven green apples", text)).toEqual(
      one("normalised", "1: Alice went", "1: seven green apples"),
    );
    expect(find("seven green apples … Alice went", text)).toBe("missing");
  });

  it("finds text in scripts without spaces, and letters beyond the basic plane", () => {
    expect(find("東京都", "私は東京都に住む")).toEqual(one("exact", "1: 東京都"));
    expect(find("bold text", "some 𝐛𝐨𝐥𝐝 text 😀")).toEqual(one("normalised", "1: 𝐛𝐨𝐥𝐝 text"));
  });

  it("takes the nearest of several documents", () => {
    const near = { ...documentOf("the small green bottle on the wall"), id: "near" };
    const nearer = { ...documentOf("the small brown bottle on that wall"), id: "nearer" };
    const match = matchQuotation([near, nearer].map(indexDocument), "the small brown bottle on the wall");
    expect(match).toMatchObject({ how: "close", places: [{ documentId: "nearer" }] });
  });
});
