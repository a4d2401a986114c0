// Tools for tests, and a vocabulary with the marks of a call.
import type { ToolDefinition } from "../api";
import { describeToyModel, TOY_CONFIG, type ToyModel } from "../parse/toy-model";

const MARKS = ["<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>", "</think>"];

export const calculator: ToolDefinition = {
  name: "calculator",
  description: "Works out an expression.",
  parameters: {
    type: "object",
    properties: {
      expression: { type: "string", description: 'Such as "2 * (3 + 4)".', minLength: 1, maxLength: 40 },
    },
    required: ["expression"],
    additionalProperties: false,
  },
};

export const clock: ToolDefinition = {
  name: "current_date",
  description: "Today's date.",
  parameters: { type: "object", properties: {}, required: [], additionalProperties: false },
};

/** The toy model, with marks as its last pieces. */
export function describeCallingModel(changes: Partial<typeof TOY_CONFIG> = {}): ToyModel {
  const toy = describeToyModel({ ...TOY_CONFIG, vocabSize: 288 + MARKS.length, ...changes });
  const tokens = toy.metadata["tokenizer.ggml.tokens"]?.value as string[];
  tokens.splice(-MARKS.length, MARKS.length, ...MARKS);
  return toy;
}
