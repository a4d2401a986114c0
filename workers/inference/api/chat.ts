// Part of the contract with the page: messages, answers, and what happens unasked.
import type { ToolCall, ToolDefinition } from "./tools";

export interface Attachment {
  /** Of the page's library; what is saved of reading it is found and deleted by it. */
  readonly id?: string;
  readonly name: string;
  readonly text: string;
}

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant" | "tool"; // "tool": what came of the call before it
  readonly content: string;
  /** Of an answer that ended by asking for a tool: what the model wrote of it, after the content. */
  readonly call?: string;
  /** Documents given with this message; their text goes before the content. */
  readonly attachments?: readonly Attachment[];
}

export interface SamplingSettings {
  readonly temperature: number; // 0 = greedy
  readonly topK: number; // 0 = off
  readonly topP: number; // 1 = off
  readonly minP: number; // 0 = off
  readonly repetitionPenalty: number; // 1 = off
  readonly seed: number | null; // null = a new one each time
}

export interface GenerateRequest {
  readonly requestId: string; // for stop()
  readonly conversationId?: string; // what is saved of reading it is deleted by this
  readonly messages: readonly ChatMessage[];
  /** That the model may ask for; none for a model that knows of none. */
  readonly tools?: readonly ToolDefinition[];
  /** The last message is an answer that was broken off, thoughts and all: what comes goes on from its last letter. */
  readonly continuesAnswer?: boolean;
  readonly sampling: SamplingSettings;
  readonly maxTokens: number; // of the answer
  /** Whether words that the context has may be guessed and checked several at a time: not unless told. The text is the same. */
  readonly usesLookup?: boolean;
}

/** Documents to read before they are asked about: up to the end of the last one in these messages. */
export type ReadRequest = Pick<GenerateRequest, "requestId" | "conversationId" | "messages" | "tools">;

export type GenerateEvent =
  | {
      readonly type: "reading"; // prompt tokens going through the model
      readonly readTokens: number; // includes reusedTokens
      readonly totalTokens: number;
      readonly reusedTokens: number;
      readonly secondsLeft: number | null;
    }
  | { readonly type: "text"; readonly text: string; readonly generatedTokens: number }
  | { readonly type: "call"; readonly generatedTokens: number }; // it writes what it asks of a tool

/** How a prompt was read. Tokens that are neither reused nor read are those that a stop left out. */
export interface ReadFigures {
  readonly promptTokens: number;
  readonly reusedTokens: number; // of the prompt, remembered from before
  readonly reusedFrom: "memory" | "storage" | null; // null: nothing was
  readonly readTokens: number; // of the prompt, through the model for this request
}

export interface ReadResult extends ReadFigures {
  readonly finishReason: "complete" | "stopped"; // stopped: what was read is kept
}

export interface GenerateResult extends ReadFigures {
  readonly finishReason: "end-of-turn" | "tool-call" | "max-tokens" | "context-full" | "stopped";
  readonly toolCall?: ToolCall; // that it ended with
  readonly generatedTokens: number;
  readonly timeToFirstTokenMs: number | null; // null when stopped before one
  readonly prefillMs: number;
  readonly decodeMs: number;
  readonly tokensPerSecond: number | null; // decoding; null below two tokens
  readonly seed: number;
  readonly draftedTokens: number; // guessed from the context
  readonly acceptedTokens: number; // of them, those that the answer has
}

export interface PromptSize {
  readonly promptTokens: number;
  readonly contextLength: number;
}

export type EngineEvent =
  | { readonly type: "device-lost"; readonly message: string }
  | { readonly type: "storage-closed"; readonly message: string }
  /** A saved state was of no use and is deleted; the text is read again. */
  | { readonly type: "state-refused"; readonly label: string | null } // null: those of an earlier version of the app
  /** The browser has no room for saved states: said once, and nothing is saved until the next load. */
  | { readonly type: "states-full" }
  /** Saved states came or went: reportStorage() lists them. */
  | { readonly type: "states-changed" };
