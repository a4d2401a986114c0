// Part of the contract with the page: answers that keep to a form.
import type { GenerateRequest } from "./chat";

/** A form that an answer keeps to, whatever the model would rather write. */
export interface AnswerFormat {
  readonly kind: "json";
  /** JSON schema; grammar/README.md says which part of it. */
  readonly schema: unknown;
}

export interface FormattedRequest extends GenerateRequest {
  /** The answer fulfils it even when it is cut at its longest, unless it is stopped. */
  readonly format?: AnswerFormat;
}
