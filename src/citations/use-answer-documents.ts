// The documents an answer was given, and what was asked: those of the messages before it on its branch.
import { useMemo } from "react";
import { selectBranch } from "../stores/branches";
import { useChatStore } from "../stores/chat-store";
import type { KnownTexts } from "./checked-quotations";

export interface AnswerDocuments extends KnownTexts {
  readonly ids: readonly string[];
}

export function useAnswerDocuments(messageId: string): AnswerDocuments {
  // As text, because messages change with each second of an answer and this does not.
  const described = useChatStore(({ messages }) => {
    const questions = selectBranch(messages, messageId).filter((message) => message.role === "user");
    const documents = new Map(
      questions.flatMap((message) => message.documents.map(({ id, name }) => [id, name])),
    );
    if (documents.size === 0) return null;
    const texts = questions.map(({ text }) => text);
    return JSON.stringify({ ids: [...documents.keys()], names: [...documents.values()], questions: texts });
  });
  return useMemo(() => (described === null ? NONE : (JSON.parse(described) as AnswerDocuments)), [described]);
}

const NONE: AnswerDocuments = { ids: [], names: [], questions: [] };
