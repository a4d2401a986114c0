import { expect, it } from "vitest";
import { countTokenSlices } from "./token-scratch";

it("cuts attention into no slice that would stay empty, and into no more than the merge takes", () => {
  const lengths = [1, 64, 65, 256, 4096, 4097, 262_144];
  expect(lengths.map(countTokenSlices)).toEqual([1, 1, 2, 4, 64, 64, 64]);
});
