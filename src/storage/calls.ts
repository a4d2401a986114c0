// The tools of a chat, and what a message's call asked for and came to; kept with conversations and messages.
import type { CallFault } from "../../workers/inference/api";

export const toolNames = ["search_documents", "calculator", "current_date"] as const;
export type ToolName = (typeof toolNames)[number];

/** Those that only work something out. What a search has found is always looked at before it is sent on. */
export type FreeTool = Exclude<ToolName, "search_documents">;

export interface ChatTools {
  readonly given: readonly ToolName[]; // the model may ask for them
  readonly free: readonly FreeTool[]; // run without being asked about
  readonly first: ToolName | null; // each answer begins by asking for it
}

export const noTools: ChatTools = { given: [], free: [], first: null };

export interface WantedCall {
  readonly body: string; // what the model wrote between the marks of a call
  readonly name: ToolName;
  readonly arguments: Readonly<Record<string, string>>;
}

/** `result` is what the model is given. */
export type CallRecord =
  | (WantedCall & { readonly status: "waiting" }) // for the user
  | (WantedCall & { readonly status: "found"; readonly found: string }) // to be looked at before it is sent on
  | (WantedCall & { readonly status: "done" | "declined"; readonly result: string })
  | {
      readonly status: "faulty";
      readonly body: string;
      readonly fault: CallFault | TooManyCalls;
      readonly result: string;
    };

export interface TooManyCalls {
  readonly kind: "too-many";
  readonly limit: number;
}
