// The tools as the model is told of them, in the language it was trained on most. What they say takes tokens of every chat that
// has them: each says what it is for, and no more.
import type { ToolDefinition } from "../../workers/inference/api";
import type { ToolName } from "../storage/calls";
import { MAX_EXPRESSION_LENGTH } from "./calculator-limits";

const MAX_QUERY_LENGTH = 200;

const definitions: Readonly<Record<ToolName, Omit<ToolDefinition, "name">>> = {
  search_documents: {
    description:
      "Searches the user's documents and returns the passages that fit best, each with its document and page.",
    parameters: {
      type: "object",
      properties: {
        query: {
          type: "string",
          description: "Words to look for, in the documents' language.",
          minLength: 1,
          maxLength: MAX_QUERY_LENGTH,
        },
      },
      required: ["query"],
      additionalProperties: false,
    },
  },
  calculator: {
    description: "Works out an arithmetic expression exactly.",
    parameters: {
      type: "object",
      properties: {
        expression: {
          type: "string",
          description:
            'Numbers with + - * / ^ % and brackets, and functions such as sqrt, round, ln, log, sin. Example: "(19.99 * 3) * 15%"',
          minLength: 1,
          maxLength: MAX_EXPRESSION_LENGTH,
        },
      },
      required: ["expression"],
      additionalProperties: false,
    },
  },
  current_date: {
    description: "Tells today's date, the weekday, the time and the time zone.",
    parameters: { type: "object", properties: {}, required: [], additionalProperties: false },
  },
};

export const describeTools = (names: readonly ToolName[]): ToolDefinition[] =>
  names.map((name) => ({ name, ...definitions[name] }));
