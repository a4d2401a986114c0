// A tool call in an answer, as Jamba 2 writes it: <tool_call>, JSON, </tool_call>. Only the vocabulary's own pieces begin and end
// one; letters that spell them are text. What it asks for is checked strictly, and each fault is told apart.
import type { CallFault, ToolCall, ToolDefinition } from "../api";
import type { PromptPart, Tokenizer } from "./tokenizer";

export const CALL_BEGIN = "<tool_call>";
export const CALL_END = "</tool_call>";

/** Many times the longest arguments that a tool takes; what is longer has run away. */
const MAX_CALL_LENGTH = 16_384;

export interface CallMarks {
  readonly beginId: number;
  readonly endId: number;
}

/** Null for a vocabulary without them: its model cannot call. */
export function findCallMarks({
  findId,
  isMarkup,
}: Pick<Tokenizer, "findId" | "isMarkup">): CallMarks | null {
  const [beginId, endId] = [findId(CALL_BEGIN), findId(CALL_END)];
  return beginId !== null && endId !== null && isMarkup(beginId) && isMarkup(endId)
    ? { beginId, endId }
    : null;
}

/** Whether these are the ids of text and then of one whole call. */
export function endsInCall(ids: readonly number[], { beginId, endId }: CallMarks): boolean {
  const begin = ids.indexOf(beginId);
  return begin >= 0 && begin === ids.lastIndexOf(beginId) && ids.indexOf(endId) === ids.length - 1;
}

/** An answer's whole text where it ended with a call. */
export const joinCall = (content: string, call: string): string => content + CALL_BEGIN + call + CALL_END;

/** The same as parts of a prompt, or null where the text does not end with this call. */
export function splitCall(text: string, call: string): PromptPart[] | null {
  if (!text.endsWith(joinCall("", call))) return null;
  const content = text.slice(0, text.length - joinCall("", call).length);
  return [
    { text: content, isMarkup: false },
    { text: CALL_BEGIN, isMarkup: true },
    { text: call, isMarkup: false },
    { text: CALL_END, isMarkup: true },
  ].filter((part) => part.text !== "");
}

/** Takes an answer as it comes, and keeps the text of a call apart from its own. */
export class CallReader {
  private call: string | null = null;
  private hasEnded = false;

  /** Without marks nothing is a call. */
  constructor(private readonly marks: CallMarks | null) {}

  /** What has come of a call; null before one begins. */
  get text(): string | null {
    return this.call;
  }

  get isFinished(): boolean {
    return this.hasEnded && this.call !== null;
  }

  /** `text` is what this id completes; what of it is the answer's own text comes back. */
  push(id: number, text: string): string {
    if (id === this.marks?.endId) {
      this.hasEnded = true;
      return this.take(text.slice(0, -CALL_END.length));
    }
    if (id !== this.marks?.beginId || this.call !== null) return this.take(text);
    this.call = "";
    return text.slice(0, -CALL_BEGIN.length);
  }

  /** What was called for, when the answer is at its end; null where nothing was. */
  read(tools: readonly ToolDefinition[]): ToolCall | null {
    return this.call === null ? null : checkCall(this.call, this.isFinished, tools);
  }

  private take(text: string): string {
    if (this.call === null) return text;
    this.call += text;
    return "";
  }
}

export function checkCall(body: string, isFinished: boolean, tools: readonly ToolDefinition[]): ToolCall {
  const checked = isFinished ? checkBody(body, tools) : ({ kind: "unfinished" } as const);
  return "kind" in checked
    ? { status: "faulty", body, fault: checked }
    : { status: "valid", body, ...checked };
}

type Wanted = Pick<Extract<ToolCall, { status: "valid" }>, "name" | "arguments">;

function checkBody(body: string, tools: readonly ToolDefinition[]): Wanted | CallFault {
  if (body.length > MAX_CALL_LENGTH) {
    return { kind: "too-long", length: body.length, limit: MAX_CALL_LENGTH };
  }
  let call: unknown;
  try {
    call = JSON.parse(body);
  } catch (error) {
    return { kind: "not-json", reason: error instanceof Error ? error.message : String(error) };
  }
  if (!isObject(call) || Object.keys(call).toSorted().join() !== "arguments,name") {
    return { kind: "other-form" };
  }
  const { name, arguments: given } = call;
  if (typeof name !== "string" || !isObject(given)) return { kind: "other-form" };
  const tool = tools.find((one) => one.name === name);
  if (!tool) return { kind: "unknown-tool", name };
  const fault = checkArguments(tool, given);
  return fault ?? { name, arguments: given as Record<string, string> };
}

function checkArguments(
  { name: tool, parameters: { properties, required } }: ToolDefinition,
  given: Readonly<Record<string, unknown>>,
): CallFault | null {
  const unknown = Object.keys(given).find((argument) => !Object.hasOwn(properties, argument));
  if (unknown !== undefined) return { kind: "unknown-argument", tool, argument: unknown };
  for (const [argument, { minLength, maxLength }] of Object.entries(properties)) {
    if (!Object.hasOwn(given, argument)) {
      if (required.includes(argument)) return { kind: "missing-argument", tool, argument };
      continue;
    }
    const value = given[argument];
    const length = typeof value === "string" ? [...value].length : -1;
    if (length < minLength || length > maxLength) {
      return { kind: "bad-argument", tool, argument, minLength, maxLength };
    }
  }
  return null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
