import { describe, expect, it } from "vitest";
import type { Texts } from "./catalogue";
import { languages } from "./languages";
import type { PrivacyTexts } from "./privacy-texts";
import type { ToolTexts } from "./tool-texts";

const modules = import.meta.glob<Record<string, Texts>>("./*/index.ts", { eager: true });
const privacyModules = import.meta.glob<{ readonly privacy: PrivacyTexts }>("./*/privacy.ts", {
  eager: true,
});
const toolModules = import.meta.glob<{ readonly tools: ToolTexts }>("./*/tools.ts", { eager: true });

/** With what a catalogue leaves to be fetched later. */
const catalogues = languages.flatMap((language) => {
  const texts = modules[`./${language}/index.ts`]?.[language];
  const privacy = privacyModules[`./${language}/privacy.ts`]?.privacy;
  const tools = toolModules[`./${language}/tools.ts`]?.tools;
  return texts && privacy && tools ? [[language, { ...texts, privacy, tools }] as const] : [];
});

type Say = (...parameters: readonly unknown[]) => unknown;

/** The texts and functions of a catalogue under their paths, "chat.send". */
function leavesOf(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

const counts = [0, 1, 2, 3, 11, 100];
const names = ["‹a›", "‹b›", "‹c›", "‹d›"];

const fault = {
  ...{ file: "‹file›", reason: "‹reason›", part: "‹part›", method: "‹method›", encoding: "‹encoding›" },
  ...{ count: 21, found: 13, pages: 5001, page: 17, limit: 5000, bytes: 9e8, limitSeconds: 60 },
};

const progress = {
  ...{ receivedBytes: 4e8, totalBytes: 1.6e9, resumedBytes: 2e8 },
  ...{ bytesPerSecond: 2e7, secondsLeft: 60 },
};

/** Parameters that are more than a number or a name. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  "bench.step": [
    ...["rested-first-token", "warm-up", "bandwidth", "first-token", "commands", "kernels"].map((kind) => [
      { kind },
    ]),
    ...["prefill", "decode"].flatMap((kind) => [0, 7].map((depth) => [{ kind, length: 512, depth }])),
    [{ kind: "reach", depth: 7 }],
  ],
  "citations.found": ["exact", "normalised", "close"].flatMap((how) =>
    counts.map((otherPlaces) => [{ number: 1, how, document: "‹document›", page: 3, otherPlaces }]),
  ),
  "documentWarnings.pageList": [true, false].map((areAll) => [["‹3›", "‹5–7›"], areAll]),
  "models.stored": ["bundled", "catalogue", "url", "file"].map((origin) => [1e9, origin]),
  "models.forecast.pace": ["fast", "readable", "slow", "poor"].flatMap((pace) => [
    [0.5, pace],
    [12, pace],
  ]),
  "models.transfer.progress": [[progress], [{ ...progress, bytesPerSecond: null, secondsLeft: null }]],
  "storage.state": ["document", "conversation"].map((kind) => [
    { kind, tokenCount: 5, byteLength: 1e6, sharedBytes: 1e3 },
  ]),
  "viewer.quotation": ["exact", "normalised", "close"].map((how) => [1, how, { number: 3, label: "‹iv›" }]),
  "viewer.selection": ["exact", "normalised", "close"].map((how) => [how, { number: 3, label: "‹iv›" }]),
};

function samplesOf(path: string): readonly (readonly unknown[])[] {
  const own = samples[path];
  if (own !== undefined) return own;
  if (path.startsWith("documentProblems.")) return counts.map((pageCount) => [{ ...fault, pageCount }]);
  if (path.startsWith("documentWarnings.warnings.")) {
    return counts.map((count) => [
      { ...fault, pages: Array.from({ length: count }, (_, index) => index), placeCount: count },
      "‹list›",
    ]);
  }
  return [names, ...counts.map((count) => names.map(() => count))];
}

const marksIn = (text: string): string[] => [...new Set(text.match(/‹[^›]+›/g))].sort();

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

const english = new Map(leavesOf(catalogues.find(([language]) => language === "en")?.[1]));

function complaintsOf(path: string, leaf: unknown): string[] {
  if (typeof leaf === "string") return leaf.trim() === "" ? [`${path} is empty`] : [];
  return samplesOf(path).flatMap((parameters) => {
    const said = String((leaf as Say)(...parameters));
    const wanted = marksIn(String((english.get(path) as Say)(...parameters)));
    const isWhole = said.trim() !== "" && !/undefined|\[object|=>/.test(said);
    return isWhole && marksIn(said).join() === wanted.join() ? [] : [`${path} says "${said}"`];
  });
}

it("has a catalogue for every language", () => {
  expect(catalogues.map(([language]) => language).sort()).toEqual([...languages].sort());
});

/** Errors of the engine speak English themselves; all other languages have sentences for them. */
const ENGINE_SENTENCES = "engine.sentences";
const [, translated] = catalogues.find(([language]) => language !== "en") ?? [];
const sentencePaths = leavesOf(translated?.engine.sentences).map(([path]) => `${ENGINE_SENTENCES}.${path}`);

const figures = {
  ...{ limit: "‹limit›", needed: 21, offered: 13, byteLength: 5e8, missingBytes: 7e8, keptBytes: 9e8 },
  ...{ promptTokens: 5001, contextLength: 4096, documentName: "‹name›" },
};

describe.each(catalogues)("the catalogue of %s", (language, texts) => {
  const leaves = leavesOf(texts).filter(([path]) => !path.startsWith(ENGINE_SENTENCES));

  it("has the English keys and no others", () => {
    const wanted = [...english.keys()].filter((path) => path !== ENGINE_SENTENCES);
    expect(leaves.map(([path]) => path).sort()).toEqual(wanted.sort());
  });

  it("says something under each key, with all that it is given", () => {
    expect(leaves.flatMap(([path, leaf]) => complaintsOf(path, leaf))).toEqual([]);
  });

  it("says in its own words what the engine's errors say in English", () => {
    const sentences = leavesOf(texts).filter(([path]) => path.startsWith(ENGINE_SENTENCES));
    if (language === "en") {
      expect(sentences).toEqual([[ENGINE_SENTENCES, null]]);
      return;
    }
    expect(sentences.map(([path]) => path)).toEqual(sentencePaths);
    const said = sentences.map(([, leaf]) =>
      typeof leaf === "string" ? leaf : String((leaf as Say)(figures)),
    );
    expect(said.filter((text) => wordsOf(text) < 2 || /undefined|NaN|\[object|=>/.test(text))).toEqual([]);
    expect(said.join()).toContain("‹limit›");
    expect(said.join()).toContain("‹name›");
    expect(said.join()).toMatch(/5.?001/);
    expect(said.join()).toMatch(/4.?096/);
  });

  it("leaves no sentence in English", () => {
    if (language === "en") return;
    const same = leaves.filter(
      ([path, leaf]) => typeof leaf === "string" && wordsOf(leaf) > 3 && leaf === english.get(path),
    );
    expect(same.map(([path]) => path)).toEqual([]);
  });
});
