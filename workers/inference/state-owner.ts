// Whose the states are that reading a request makes: what they are listed under, and deleted with.
import type { ReadRequest } from "./api";
import type { SaveOwner } from "./states/save";
import type { Prompt } from "./text/prompt";

/** Of how a conversation begins, for the list of what is saved. */
const TITLE_LENGTH = 80;

export function ownerOf({ conversationId, messages }: ReadRequest, { boundaries }: Prompt): SaveOwner {
  const question = messages.find(({ role }) => role === "user")?.content.trim() ?? "";
  const documents = boundaries.flatMap(({ tokens, document }) =>
    document ? [{ tokens, name: document.name, id: document.id ?? null }] : [],
  );
  const names = documents.map(({ name }) => name).join(", ");
  const title = question.split("\n", 1)[0]?.slice(0, TITLE_LENGTH) || names;
  return { conversationId: conversationId ?? null, title, documents };
}
