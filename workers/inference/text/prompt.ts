// A chat with its documents → the ids that the model reads, and the places in them where what was read is worth remembering.
import type { Attachment, ChatMessage, ToolDefinition } from "../api";
import { invariant } from "../errors";
import type { ChatTemplate } from "./chat-template";
import type { KnownAnswers } from "./known-answers";
import { END_OF_THOUGHT } from "./reasoning";
import type { PromptPart, Tokenizer } from "./tokenizer";
import { joinCall, splitCall } from "./tool-calls";

/** The end of the system prompt, of a document, of the last answer, or of the last question without the answer's header. */
export type BoundaryKind = "system" | "document" | "answer" | "question";

export interface Boundary {
  readonly kind: BoundaryKind;
  readonly tokens: number; // before it
  readonly document?: Pick<Attachment, "id" | "name">; // that ends here
}

/** Between documents and what is asked. */
const SEPARATOR = "\n\n";

export interface Prompt {
  readonly ids: number[];
  readonly boundaries: readonly Boundary[]; // in order
  /** The answer begins inside <think>: it is reasoning until </think>. */
  readonly endsInsideThink: boolean;
  /** The beginning of the answer, when it is to be continued and its ids are known. */
  readonly begun?: { readonly text: string; readonly ids: readonly number[] };
}

interface PromptOptions {
  /** How the model wrote the answers that the chat repeats. */
  readonly answers?: Pick<KnownAnswers, "find">;
  /** The last message is the model's, broken off: the prompt ends with it, and nothing says that it has ended. */
  readonly continuesAnswer?: boolean;
  readonly tools?: readonly ToolDefinition[];
}

export function buildPrompt(
  tokenizer: Tokenizer,
  template: ChatTemplate,
  messages: readonly ChatMessage[],
  { answers, continuesAnswer = false, tools = [] }: PromptOptions = {},
): Prompt {
  const begun = continuesAnswer ? messages.at(-1) : undefined;
  invariant(!continuesAnswer || begun?.role === "assistant", () => "There is no answer to continue");
  const asked = begun ? messages.slice(0, -1) : messages;
  const header = template.render(
    asked.map(({ role, ...message }) => ({ role, content: joinContent(message) })),
    { tools: tools.map((tool) => ({ type: "function", function: tool })) },
  );
  const last = header.at(-1);
  const written = begun ? splitWritten(begun.content, template.reasons, asked.length) : [];
  const { parts, documentEnds } = splitContents([...header, ...written], messages, answers);
  const boundaries: Boundary[] = [];
  let headerTokens = 0;
  const ids = tokenizer.encodePrompt(parts, (index, tokens) => {
    const document = documentEnds.get(index);
    if (document) boundaries.push({ kind: "document", tokens, document });
    if (index === parts.length - written.length - 1) headerTokens = tokens;
  });
  const hasSystem = messages[0]?.role === "system" || tools.length > 0;
  boundaries.push(...findTurns(tokenizer, template, hasSystem, ids));
  const begunIds = ids.slice(headerTokens);
  const isOwn = begun && tokenizer.decode(begunIds) === begun.content; // no merge took in the header's end
  return {
    ids,
    boundaries: boundaries.sort((a, b) => a.tokens - b.tokens),
    endsInsideThink: (last?.isMarkup && last.text.trimEnd().endsWith("<think>")) ?? false,
    ...(isOwn ? { begun: { text: begun.content, ids: begunIds } } : {}),
  };
}

/** What has come of an answer, as the model wrote it: after a header that opens a thought, the thought's end is markup. */
function splitWritten(text: string, reasons: boolean, message: number): PromptPart[] {
  const end = reasons ? text.indexOf(END_OF_THOUGHT) : -1;
  const parts =
    end < 0
      ? [{ text, isMarkup: false, message }]
      : [
          { text: text.slice(0, end), isMarkup: false },
          { text: END_OF_THOUGHT, isMarkup: true },
          { text: text.slice(end + END_OF_THOUGHT.length), isMarkup: false },
        ];
  return parts.filter((part) => part.text !== "");
}

/** Every turn begins with <|im_start|>, which no content becomes; the last one is the answer to come. */
function findTurns(
  tokenizer: Tokenizer,
  template: ChatTemplate,
  hasSystem: boolean,
  ids: readonly number[],
): Boundary[] {
  const startId = tokenizer.findId("<|im_start|>");
  const starts = ids.flatMap((id, index) => (id === startId ? [index] : []));
  const [afterFirst, beforeQuestion, beforeAnswer] = [starts[1], starts.at(-2), starts.at(-1)];
  const found: Boundary[] = [];
  if (hasSystem && afterFirst) found.push({ kind: "system", tokens: afterFirst });
  if (starts.length > 3 && beforeQuestion) found.push({ kind: "answer", tokens: beforeQuestion });
  // A header that asks to think is written otherwise once the answer is there.
  if (template.reasons && beforeAnswer) found.push({ kind: "question", tokens: beforeAnswer });
  return found;
}

/** A document goes before what is asked about it; several are each headed by their name. */
function listDocuments(attachments: readonly Attachment[] = []): Attachment[] {
  const headed = (one: Attachment) =>
    attachments.length > 1 ? { ...one, text: `Document: ${one.name}\n${one.text}` } : one;
  return attachments.map(headed).filter(({ text }) => text !== "");
}

function joinContent({ content, call, attachments }: Omit<ChatMessage, "role">): string {
  if (call !== undefined) return joinCall(content, call);
  const texts = listDocuments(attachments).map(({ text }) => text);
  return [...texts, content].filter((text) => text !== "").join(SEPARATOR);
}

/** The same parts, with an answer's own ids where they are known, and calls and documents as parts of their own. */
function splitContents(
  rendered: readonly PromptPart[],
  messages: readonly ChatMessage[],
  answers?: Pick<KnownAnswers, "find">,
): { parts: PromptPart[]; documentEnds: ReadonlyMap<number, Attachment> } {
  const parts: PromptPart[] = [];
  const documentEnds = new Map<number, Attachment>();
  const add = (text: string) => text !== "" && parts.push({ text, isMarkup: false });
  for (const part of rendered) {
    const message = part.message === undefined ? undefined : messages[part.message];
    const isCall = message?.call !== undefined;
    const ids = message?.role === "assistant" ? answers?.find(part.text, isCall) : undefined;
    const documents = listDocuments(message?.attachments);
    if (ids || documents.length === 0) {
      const called = ids || message?.call === undefined ? null : splitCall(part.text, message.call);
      parts.push(...(called ?? [ids ? { ...part, ids } : part]));
      continue;
    }
    for (const [index, document] of documents.entries()) {
      if (index > 0) add(SEPARATOR);
      add(document.text);
      documentEnds.set(parts.length - 1, document);
    }
    if (message?.content) add(SEPARATOR + message.content);
  }
  return { parts, documentEnds };
}
