// Part of the contract with the page: tools that the model may ask for. The worker says that one is asked for and with what; the
// page runs it, or does not.

/** A tool as the model is told of it, key by key. Its parameters are a JSON schema; all of them are texts. */
export type ToolDefinition = {
  readonly name: string;
  readonly description: string;
  readonly parameters: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, TextParameter>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
};

export type TextParameter = {
  readonly type: "string";
  readonly description: string;
  readonly minLength: number; // in characters, as maxLength
  readonly maxLength: number;
};

/** How an answer ended that asks for a tool. `body` is what the model wrote of it between its marks. */
export type ToolCall =
  | {
      readonly status: "valid";
      readonly body: string;
      readonly name: string;
      readonly arguments: Readonly<Record<string, string>>; // fulfil the tool's schema
    }
  | { readonly status: "faulty"; readonly body: string; readonly fault: CallFault };

export type CallFault =
  | { readonly kind: "unfinished" } // the answer ended within the call
  | { readonly kind: "too-long"; readonly length: number; readonly limit: number }
  | { readonly kind: "not-json"; readonly reason: string }
  | { readonly kind: "other-form" } // not {"name": …, "arguments": {…}}
  | { readonly kind: "unknown-tool"; readonly name: string }
  | { readonly kind: "missing-argument"; readonly tool: string; readonly argument: string }
  | { readonly kind: "unknown-argument"; readonly tool: string; readonly argument: string }
  | {
      readonly kind: "bad-argument";
      readonly tool: string;
      readonly argument: string;
      readonly minLength: number;
      readonly maxLength: number;
    };
