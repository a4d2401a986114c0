// A chat as Markdown to read or to edit elsewhere: the branch on screen, without what the model thought.
import { selectBranch } from "../stores/branches";
import { splitThought } from "../stores/thoughts";
import type { MarkdownLabels } from "./api";
import type { ArchivedChat, ArchivedMessage } from "./archive";

export function toMarkdown(chat: ArchivedChat, labels: MarkdownLabels): string {
  const branch = selectBranch(chat.messages, chat.leafId);
  const title = chat.title.replace(/\s+/g, " ");
  const date = new Date(chat.createdAt).toISOString().slice(0, 10);
  return [`# ${title}`, date, ...branch.flatMap((message) => describeMessage(message, labels))]
    .join("\n\n")
    .concat("\n");
}

function describeMessage(message: ArchivedMessage, labels: MarkdownLabels): readonly string[] {
  if (message.role === "assistant") {
    const { answer } = splitThought(message.text, message.startsInThought);
    return [`## ${message.modelName}`, ...(answer === "" ? [] : [answer.trim()])];
  }
  const documents = message.documents.map(({ name }) => `- ${name}`).join("\n");
  return [
    `## ${labels.you}`,
    ...(documents === "" ? [] : [`${labels.documents}:\n\n${documents}`]),
    ...(message.text === "" ? [] : [message.text.trim()]),
  ];
}
