import { expect, it } from "vitest";
import { drawable, MAX_MARKS } from "./drawable";

const marks = (count: number): string => "\u0301".repeat(count);

it("draws no more marks on a letter than a browser can shape [F54]", () => {
  expect(drawable(`e${marks(100_000)}n`)).toBe(`e${marks(MAX_MARKS)}n`);
  expect(drawable(`${marks(40)} e${marks(31)}`)).toBe(`${marks(30)} e${marks(30)}`);
});

it.each(["הַמַּפְתֵּחַ", "ཧྐྵྨླྺྼྻྂ", `e${marks(MAX_MARKS)}`, "", "\ud83d\0", "👩🏽‍🚀"])("draws %s as it is", (text) => {
  expect(drawable(text)).toBe(text);
});
