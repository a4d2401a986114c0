// What can be done here and now about a window that is full or nearly so, and doing it.
import type { MessageDocument, MessageRecord } from "../storage/conversations";
import { selectBranch } from "./branches";
import { useChatStore } from "./chat-store";
import { type ContextOffer, offerRoom } from "./context-use";
import { type Draft, NEW_CHAT, selectDraft, useDraftStore } from "./draft-store";
import { useModelStore } from "./model-store";
import { usePanelStore } from "./panel-store";

export function currentOffers(): readonly ContextOffer[] {
  const { conversationId, branch, draft } = look();
  const { model } = useModelStore.getState();
  return offerRoom({
    draftDocuments: draft.documents,
    hasMessages: conversationId !== null && branch.length > 0,
    hasSentDocuments: documentsOf(branch).length > 0,
    canBeLonger: model.status === "ready" && model.info.contextLength < model.info.ownContextLength,
  });
}

export function takeOffer(offer: ContextOffer): void {
  const { conversationId, branch, draft } = look();
  switch (offer.kind) {
    case "choose-part":
      usePanelStore.getState().open({ kind: "document-part", id: offer.documentId, name: offer.name });
      return;
    case "remove-document":
      useDraftStore.getState().removeDocument(conversationId, offer.documentId);
      return;
    case "new-chat-with-documents":
    case "new-chat":
      moveDraft(conversationId, { ...draft, documents: [...documentsOf(branch), ...draft.documents] });
      return;
    case "longer-context":
      usePanelStore.getState().open({ kind: "settings" });
      return;
    default:
      offer satisfies never;
  }
}

function look() {
  const { current, messages } = useChatStore.getState();
  const conversationId = current?.id ?? null;
  const branch = selectBranch(messages, current?.leafId ?? null);
  return { conversationId, branch, draft: selectDraft(useDraftStore.getState(), conversationId) };
}

const documentsOf = (branch: readonly MessageRecord[]): readonly MessageDocument[] =>
  branch.flatMap((message) => (message.role === "user" ? message.documents : []));

/** The draft goes on in a new chat, before what may be written there. */
function moveDraft(from: string | null, { text, documents }: Draft): void {
  const { clear, restore } = useDraftStore.getState();
  const unique = new Map(documents.map((document) => [document.id, document]));
  clear(from);
  useChatStore.getState().newChat();
  restore({ [NEW_CHAT]: { text, documents: [...unique.values()] } });
}
