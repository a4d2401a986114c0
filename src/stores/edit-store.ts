// The message that is being edited, in its place: one at a time. Transient; what it becomes is a version beside it.
import { create } from "zustand";
import type { MessageRecord } from "../storage/conversations";
import { askAnew } from "./answer";
import { editAnswer } from "./message-actions";
import { splitThought } from "./thoughts";

interface Edit {
  readonly messageId: string;
  readonly text: string;
}

interface EditStore {
  readonly edit: Edit | null;
  readonly closed: string | null; // the message that stands where the editor was: focus goes there
  begin(message: MessageRecord): void;
  change(text: string): void;
  cancel(): void;
  settleFocus(): void;
  /** A text that was not changed changes nothing; a question that cannot be sent stays in the editor. */
  save(message: MessageRecord): Promise<void>;
}

export const useEditStore = create<EditStore>((set, get) => ({
  edit: null,
  closed: null,
  begin: (message) => set({ edit: { messageId: message.id, text: editableText(message) } }),
  change: (text) => {
    const { edit } = get();
    if (edit) set({ edit: { ...edit, text } });
  },
  cancel: () => set(({ edit }) => ({ edit: null, closed: edit?.messageId ?? null })),
  settleFocus: () => set({ closed: null }),
  save: async (message) => {
    const { edit } = get();
    if (edit?.messageId !== message.id || !canSave(message, edit.text)) return;
    const isChanged = edit.text !== editableText(message);
    const shown = isChanged ? await putVersion(message, edit.text) : message.id;
    if (shown !== null && get().edit?.messageId === message.id) set({ edit: null, closed: shown });
  },
}));

/** The id of the version with this text; null when the question cannot be sent. */
function putVersion(message: MessageRecord, text: string): Promise<string | null> {
  return message.role === "assistant" ? editAnswer(message, text) : askAnew(message, text.trim());
}

function editableText(message: MessageRecord): string {
  return message.role === "user" ? message.text : splitThought(message.text, message.startsInThought).answer;
}

/** A question may be nothing but its documents. */
export function canSave(message: MessageRecord, text: string): boolean {
  return text.trim() !== "" || (message.role === "user" && message.documents.length > 0);
}
