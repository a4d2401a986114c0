import fc from "fast-check";
import { expect, it } from "vitest";
import { indentJson } from "./indent-json";

it("writes any JSON as JSON.stringify indents it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      expect(indentJson(JSON.stringify(value, null, 5))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

it("shows what has come of it, whatever is missing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
      const text = JSON.stringify(value);
      const begun = text.slice(0, Math.floor(text.length * share));
      const withoutGaps = (json: string) => json.replace(/\s/g, "");
      expect(withoutGaps(indentJson(begun))).toBe(withoutGaps(begun));
    }),
  );
});

it("keeps numbers and the order of keys letter for letter", () => {
  expect(indentJson('{"2":1.50,"1":1E5,"a":[ ]}')).toBe('{\n  "2": 1.50,\n  "1": 1E5,\n  "a": []\n}');
});
