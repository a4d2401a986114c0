// What tabs say to each other. Everybody hears the one channel; each tab that works through another has one of its own with it.
// After an update a tab of the old build may still be open beside one of the new: they tell each other so and say nothing else,
// for what a call or an answer means may have changed between the two. What is of the first words must never change: "hello",
// "here" and "welcome", each with its `build`.

declare const __BUILD__: string;

/** This page's: version and hash of its sources. */
export const BUILD = __BUILD__;

export const HALL = "jamba-engine";
export const roomOf = (tabId: string): string => `jamba-tab-${tabId}`;

/** On the channel that everybody hears. */
export type HallMessage =
  | { readonly kind: "hello"; readonly tabId: string; readonly build: string } // who is there for me?
  | { readonly kind: "here"; readonly leaderId: string; readonly build: string }; // I am, from now on

/** In place of a function among a call's arguments. */
export interface CallbackMark {
  readonly callback: number; // which argument
}

/** To the tab that owns the engine. */
export interface CallMessage {
  readonly kind: "call";
  readonly callId: number;
  readonly service: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** What an error is told by, as it is from a worker. */
export interface CarriedError {
  readonly name: string;
  readonly message: string;
  readonly figures?: unknown;
}

/** From it. */
export type ReplyMessage =
  | { readonly kind: "welcome"; readonly leaderId: string; readonly build: string } // serves only its own build
  | ({ readonly kind: "callback"; readonly callId: number; readonly args: readonly unknown[] } & CallbackMark)
  | { readonly kind: "result"; readonly callId: number; readonly value: unknown }
  | { readonly kind: "error"; readonly callId: number; readonly error: CarriedError };

/** What a tab does for others, by name. Functions among the arguments may be called at any time. */
export type Service = (method: string, args: readonly unknown[]) => Promise<unknown>;

/** Anything of this origin may speak on a channel. */
export const isSaid = (data: unknown): data is { readonly kind: unknown } =>
  typeof data === "object" && data !== null && "kind" in data;
