// Part of the contract with the page: answers that keep to a form.
import type { GenerateRequest } from "./chat";
import type { ToolDefinition } from "./tools";

/** A form that an answer keeps to, whatever the model would rather write. */
export type AnswerFormat =
  /** JSON schema; grammar/README.md says which part of it. */
  | { readonly kind: "json"; readonly schema: unknown }
  /** A call of this tool, whose arguments fulfil its schema. */
  | { readonly kind: "call"; readonly tool: ToolDefinition };

export interface FormattedRequest extends GenerateRequest {
  /** The answer fulfils it even when it is cut at its longest, unless it is stopped. */
  readonly format?: AnswerFormat;
}
