import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extendHistory, openHistory, type PromptHistory, stepHistory, textOfHistory } from "./prompt-history";

const walk = (history: PromptHistory, steps: readonly (1 | -1)[]): PromptHistory =>
  steps.reduce(stepHistory, history);

describe("a history of prompts", () => {
  it("goes back through this chat's prompts, then through the others', each once", () => {
    const history = openHistory("draft", ["second", "first", " "], ["elsewhere", "first"]);
    const texts = [1, 2, 3, 4].map((count) =>
      textOfHistory(
        walk(
          history,
          Array.from({ length: count }, () => 1 as const),
        ),
      ),
    );
    expect(texts).toEqual(["second", "first", "elsewhere", "elsewhere"]);
  });

  it("comes back to the draft, however far it went", () => {
    const prompts = fc.array(fc.string(), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.string(),
        prompts,
        fc.array(fc.constantFrom(1 as const, -1 as const)),
        (draft, sent, steps) => {
          const there = walk(openHistory(draft, sent), steps);
          const back = walk(
            there,
            Array.from({ length: there.index + 1 }, () => -1 as const),
          );
          expect(textOfHistory(back)).toBe(draft);
          expect(stepHistory(back, -1)).toBe(back);
        },
      ),
    );
  });

  it("keeps its place when more prompts become known", () => {
    const there = walk(openHistory("", ["b", "a"]), [1, 1]);
    const extended = extendHistory(there, ["a", "z"]);
    expect(textOfHistory(extended)).toBe("a");
    expect(textOfHistory(stepHistory(extended, 1))).toBe("z");
  });
});
