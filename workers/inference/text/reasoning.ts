// What Jamba Reasoning's template decides by looking into messages, decided here, since templates are given no content to look
// into: which questions ask to think, and which answers are repeated with their reasoning.
import type { TemplateMessage } from "./chat-message";

export interface ReasoningMessage extends TemplateMessage {
  readonly asksToThink: boolean;
  readonly reasoning: string; // "" where it is not to be repeated
}

const BEGIN_OF_THOUGHT = "<think>";
export const END_OF_THOUGHT = "</think>";

/** Reasoning of earlier turns is dropped, that of answers after the last question (before tool results) is kept. */
export function prepareReasoning(messages: readonly TemplateMessage[]): ReasoningMessage[] {
  const lastQuestion = findLastQuestion(messages);
  return messages.map((message, index) => {
    if (message.role !== "assistant") {
      return { ...message, reasoning: "", asksToThink: asksToThink(message, messages[index + 1]) };
    }
    const { reasoning, content } = splitReasoning(message);
    const isKept = index > lastQuestion && reasoning !== "";
    return {
      ...message,
      asksToThink: false,
      content: isKept ? content.replace(/^\n+/, "") : content,
      reasoning: isKept ? reasoning : "",
    };
  });
}

/** The question now asked, and every question that was answered after thinking, so that the prompt stays as it was. */
function asksToThink(message: TemplateMessage, next: TemplateMessage | undefined): boolean {
  if (message.role !== "user" || message.content.includes(BEGIN_OF_THOUGHT)) return false;
  if (next === undefined) return true;
  return next.role === "assistant" && splitReasoning(next).reasoning !== "";
}

/** An answer's text begins inside the thought: the prompt has written <think> already. */
function splitReasoning(message: TemplateMessage): { reasoning: string; content: string } {
  const trim = (text: string) => text.replace(/^\n+|\n+$/g, "");
  const { content } = message;
  if (message.reasoning !== undefined) return { reasoning: trim(message.reasoning), content };
  const end = content.indexOf(END_OF_THOUGHT);
  if (end < 0) return { reasoning: "", content };
  const thought = content.slice(0, end).split(BEGIN_OF_THOUGHT).at(-1) ?? "";
  const answer = content.slice(content.lastIndexOf(END_OF_THOUGHT) + END_OF_THOUGHT.length);
  return { reasoning: trim(thought), content: answer.replace(/^\n+/, "") };
}

function findLastQuestion(messages: readonly TemplateMessage[]): number {
  const index = messages.findLastIndex(
    ({ role, content }) =>
      role === "user" && !(content.startsWith("<tool_response>") && content.endsWith("</tool_response>")),
  );
  return index < 0 ? messages.length - 1 : index;
}
