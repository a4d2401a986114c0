// The schema that is being written for a chat. Every letter is kept with the chat's options at once; it is in use when it is found
// to be without a fault, whether or not the dialog is still open then. Nothing is asked before that is known.
import { currentTexts } from "../i18n/language-store";
import { changeOptions, findOptions } from "./chat-options";
import { useChatStore } from "./chat-store";
import { usePanelStore } from "./panel-store";
import { findSchemaProblem } from "./schema-check";
import { showToast } from "./toast-store";

export const writeSchema = (schemaDraft: string): Promise<void> => changeOptions({ schemaDraft });

/** Takes what is written into use, or says what is wrong with it. */
export async function settleSchema(conversationId: string | undefined): Promise<string | null> {
  const { schemaDraft } = findOptions(conversationId);
  if (schemaDraft === undefined) return null;
  const problem = await findSchemaProblem(schemaDraft);
  if (findOptions(conversationId).schemaDraft !== schemaDraft) return settleSchema(conversationId);
  if (problem === null) await changeOptions({ schema: schemaDraft }, conversationId ?? "");
  return problem;
}

/** The text that was said to be faulty last: once is enough. */
let toldOf: string | undefined;

/** For where the field does not say it. */
export async function settleSchemaAndTell(conversationId: string | undefined): Promise<void> {
  const problem = await settleSchema(conversationId);
  const { schemaDraft } = findOptions(conversationId);
  if (problem === null || schemaDraft === toldOf) return;
  toldOf = schemaDraft;
  const { structured } = currentTexts();
  showToast(`${structured.schema}: ${problem} ${structured.schemaKept}`, {
    action: { label: structured.edit, run: () => openOptions(conversationId) },
  });
}

async function openOptions(conversationId: string | undefined): Promise<void> {
  if (conversationId) await useChatStore.getState().open(conversationId);
  usePanelStore.getState().open({ kind: "chat-options" });
}

usePanelStore.subscribe(({ panel }, { panel: before }) => {
  if (before.kind !== "chat-options" || panel.kind === "chat-options") return;
  toldOf = undefined;
  void settleSchemaAndTell(useChatStore.getState().current?.id);
});
