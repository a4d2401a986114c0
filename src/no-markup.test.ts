// Nothing in the page writes markup from text: what a model or a document says becomes elements only through React.
import { expect, it } from "vitest";

const sources: Record<string, string> = import.meta.glob(["./**/*.{ts,tsx}", "!./no-markup.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const WRITERS =
  /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|createContextualFragment|srcdoc|parseFromString/i;

it("writes no markup from text anywhere in src", () => {
  const found = Object.keys(sources).filter((path) => WRITERS.test(sources[path] ?? ""));
  expect(Object.keys(sources).length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
