// A chat as Markdown to read or to edit elsewhere: the branch on screen, without what the model thought.

import type { CallRecord } from "../storage/calls";
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
    const { call } = message;
    const called = call ? describeCall(call, labels) : [];
    return [`## ${message.modelName}`, ...(answer.trim() === "" ? [] : [answer.trim()]), ...called];
  }
  const documents = message.documents.map(({ name }) => `- ${name}`).join("\n");
  return [
    `## ${labels.you}`,
    ...(documents === "" ? [] : [`${labels.documents}:\n\n${documents}`]),
    ...(message.text === "" ? [] : [message.text.trim()]),
  ];
}

/** As blocks of code: what a tool was asked and what it said is nobody's Markdown. */
function describeCall(call: CallRecord, labels: MarkdownLabels): readonly string[] {
  const result = "result" in call ? [`${labels.result}:`, fence(call.result)] : [];
  if (call.status === "faulty") return [fence(call.body.trim()), ...result];
  return [`**${labels.tools[call.name] ?? call.name}**`, fence(JSON.stringify(call.arguments)), ...result];
}

/** Longer than any run of backticks within. */
function fence(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const mark = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${mark}\n${text}\n${mark}`;
}
