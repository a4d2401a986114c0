import { expect, it } from "vitest";
import { spoil } from "./bench-lookup";

it("puts a wrong id after every so many of an answer, or none", () => {
  const ids = [5, 6, 7, 7, 8, 9, 10];
  expect(spoil(ids, "all")).toEqual(ids);
  expect(spoil(ids, 2)).toEqual([5, 6, 8, 7, 8, 7, 10]);
});
