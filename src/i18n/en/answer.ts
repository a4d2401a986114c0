// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const answer = {
  copyCode: "Copy code",
  code: (language: string) => `Code, ${language}`,
  plainText: "text",
  wrapLines: "Wrap long lines",
  showAllLines: (count: number) =>
    plural(count, { one: `Show ${formatCount(count)} line`, other: `Show all ${formatCount(count)} lines` }),
  showLess: "Show less",
  table: "Table",
  formula: "Formula",
  formulaFailed: "(this formula could not be drawn)",
  image: "Picture, not loaded",
  taskDone: "Done",
  taskOpen: "To do",
  thinking: "Thinking…",
  thoughts: "Thoughts",
  thoughtFor: (seconds: number) => `Thought for ${formatWait(seconds)}`,
};
