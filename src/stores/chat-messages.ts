// What the model is given of a conversation: each question after its documents, whose texts come from the library. A document's
// text and place depend on nothing but the message it was sent with, so that its tokens are the same at every question.
import type { ChatMessage } from "../../workers/inference/api";
import { askToQuote } from "../citations/quote-instruction";
import type { CallRecord } from "../storage/calls";
import type { AssistantMessage, MessageDocument, MessageRecord, UserMessage } from "../storage/conversations";
import { findInstructions } from "./chat-options";
import { textOfPart } from "./document-part";
import { loadPages } from "./library-store";
import { useModelStore } from "./model-store";
import type { FiguresByName } from "./problems";
import { END_OF_THOUGHT, splitThought } from "./thoughts";

/** Given as what came of a call that the user passed over. */
const NOT_RUN = "The user did not run this tool.";

/** A document that a message speaks of is no longer in the library. */
export class DocumentGoneError extends Error {
  override readonly name = "DocumentGoneError";
  readonly figures: FiguresByName["DocumentGoneError"];
  constructor(documentName: string) {
    super(
      `“${documentName}” was deleted from the library, and this chat needs it to go on. Attach the same file again, in any chat, and it is back; or start a new chat.`,
    );
    this.figures = { documentName };
  }
}

export async function toChatMessages(path: readonly MessageRecord[]): Promise<ChatMessage[]> {
  const instructions = findInstructions(path[0]?.conversationId);
  const system: ChatMessage[] = instructions === "" ? [] : [{ role: "system", content: instructions }];
  const turns = await Promise.all(path.map(toTurn));
  return [...system, ...turns.flat()];
}

async function toTurn(message: MessageRecord): Promise<readonly ChatMessage[]> {
  if (message.role === "user") return [await toQuestion(message)];
  if (message.call) return toCall(message, message.call);
  const content = splitThought(message.text, message.startsInThought).answer;
  return content === "" ? [] : [{ role: "assistant", content }]; // one that failed before its first word is no turn
}

/** With what the model thought before it, where its template repeats thoughts: it goes on from there. */
function toCall({ text, startsInThought }: AssistantMessage, call: CallRecord): readonly ChatMessage[] {
  const { answer, isThinking } = splitThought(text, startsInThought);
  const thoughtful = isThinking ? `${text}\n${END_OF_THOUGHT}\n\n` : text;
  return [
    { role: "assistant", content: startsInThought && modelReasons() ? thoughtful : answer, call: call.body },
    { role: "tool", content: "result" in call ? call.result : NOT_RUN },
  ];
}

function modelReasons(): boolean {
  const { model } = useModelStore.getState();
  return model.status === "ready" && model.info.reasons;
}

async function toQuestion(message: UserMessage): Promise<ChatMessage> {
  const attachments = await Promise.all(message.documents.map(toAttachment));
  if (attachments.length === 0) return { role: "user", content: message.text };
  const { model } = useModelStore.getState();
  const parameterCount = model.status === "ready" ? model.info.parameterCount : 0;
  return { role: "user", content: askToQuote(message.text, parameterCount), attachments };
}

/** An answer to go on with, thoughts and all. After a header that opens a thought, one that has none is told to end it. */
export function toContinue({ text, startsInThought }: AssistantMessage): ChatMessage {
  const opensThought = modelReasons() && !startsInThought;
  return { role: "assistant", content: opensThought ? `${END_OF_THOUGHT}\n\n${text}` : text };
}

async function toAttachment({ id, name, part }: MessageDocument) {
  const pages = await loadPages(id);
  if (!pages) throw new DocumentGoneError(name);
  return { id, name, text: textOfPart(pages, part) };
}
