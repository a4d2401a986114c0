// What the chat on screen does otherwise than Settings say, and what its answers are asked for with. A new chat's options wait
// here, over a reload too, until its first message makes a conversation of it.
import { create } from "zustand";
import type { FormattedRequest } from "../../workers/inference/api";
import {
  type ChatOptions,
  defaultOptions,
  keepNewChatOptions,
  readNewChatOptions,
} from "../storage/chat-options";
import type { AssistantMessage, ConversationRecord } from "../storage/conversations";
import type { Preset } from "../storage/presets";
import { useChatStore } from "./chat-store";
import { findPreset, usePresetsStore } from "./presets-store";
import { useSettingsStore } from "./settings-store";

interface NewChatStore {
  readonly options: ChatOptions; // of the chat that has no message yet
}

export const useNewChatStore = create<NewChatStore>(() => ({ options: readNewChatOptions() }));

useNewChatStore.subscribe(({ options }) => keepNewChatOptions(options));

/** Of a conversation, or of the new chat where there is none. */
export function findOptions(conversationId: string | null | undefined): ChatOptions {
  if (!conversationId) return useNewChatStore.getState().options;
  const { current, conversations } = useChatStore.getState();
  const isIt = ({ id }: ConversationRecord): boolean => id === conversationId;
  const conversation = current && isIt(current) ? current : conversations.find(isIt);
  return { ...defaultOptions, ...conversation?.options };
}

/** Changes those of the chat on screen, or of another. A schema takes the place of the one that is being written, too. */
export async function changeOptions(
  changes: Partial<ChatOptions>,
  conversationId = useChatStore.getState().current?.id,
): Promise<void> {
  const { current, conversations, putConversation } = useChatStore.getState();
  const { schemaDraft, ...before } = findOptions(conversationId);
  const isKept = schemaDraft !== undefined && !("schema" in changes);
  const options = { ...before, ...(isKept ? { schemaDraft } : {}), ...changes };
  if (!conversationId) {
    useNewChatStore.setState({ options });
    return;
  }
  const newest = [...conversations, current].find((one) => one?.id === conversationId);
  if (newest) await putConversation({ ...newest, options });
}

/** A preset brings its schema along; without one, answers are free again. */
export const choosePreset = (presetId: string | null): Promise<void> =>
  changeOptions({ presetId, schema: findPreset(presetId)?.schema ?? null });

/** A conversation that begins takes the new chat's options with it. */
export function withNewChatOptions(conversation: ConversationRecord): ConversationRecord {
  const { options } = useNewChatStore.getState();
  const { current } = useChatStore.getState();
  const begun = { ...conversation, options };
  useNewChatStore.setState({ options: defaultOptions });
  if (current?.id === begun.id) useChatStore.setState({ current: begun });
  return begun;
}

/** What the model is told before everything else; "" for nothing. */
export function findInstructions(conversationId: string | undefined): string {
  const { presetId, schema } = findOptions(conversationId);
  const { systemPrompt } = useSettingsStore.getState().settings;
  const instructions = findPreset(presetId)?.instructions.trim() || systemPrompt.trim();
  const form = schema === null ? "" : `Answer with JSON that fulfils this JSON schema:\n${compact(schema)}`;
  return [instructions, form].filter((text) => text !== "").join("\n\n");
}

/** How a chat's answers are chosen, how long they may be and the form that they keep to. */
export function answerSettings(
  conversationId: string,
  begun: AssistantMessage | null = null, // goes on in the form it has
): Pick<FormattedRequest, "sampling" | "maxTokens" | "usesLookup" | "format"> {
  const { presetId, schema } = findOptions(conversationId);
  const { temperature, topK, topP, minP, repetitionPenalty, seed, maxTokens, usesLookup } = {
    ...useSettingsStore.getState().settings,
    ...findPreset(presetId)?.settings,
  };
  return {
    sampling: { temperature, topK, topP, minP, repetitionPenalty, seed },
    maxTokens,
    usesLookup,
    ...(schema === null || (begun && !begun.isJson)
      ? {}
      : { format: { kind: "json", schema: JSON.parse(schema) } }),
  };
}

/** Fewer tokens, and the same meaning. */
const compact = (schema: string): string => JSON.stringify(JSON.parse(schema));

/** Saves a preset; a new one is chosen for the chat on screen, and one that it has chosen is chosen anew. */
export async function keepPreset(preset: Preset): Promise<void> {
  const isNew = findPreset(preset.id) === null;
  const isChosen = findOptions(useChatStore.getState().current?.id).presetId === preset.id;
  await usePresetsStore.getState().save({ ...preset, name: preset.name.trim() });
  if (isNew || isChosen) await choosePreset(preset.id);
}
