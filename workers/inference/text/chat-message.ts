// What a template is given: messages and tools as chat templates know them, wider than the app's own ChatMessage.

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface ToolCall {
  readonly name: string;
  /** JSON, as text or as a value. */
  readonly arguments: JsonValue;
}

export interface TemplateMessage {
  readonly role: "system" | "user" | "assistant" | "tool" | "developer"; // "developer" is dropped by every template known
  readonly content: string;
  readonly reasoning?: string; // of an assistant, when it is kept apart from the content
  readonly toolCalls?: readonly ToolCall[];
}
