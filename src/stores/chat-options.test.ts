// What a chat's options come to when it is asked: instructions, sampling and the form of the answer.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { defaultOptions } from "../storage/chat-options";
import type { AssistantMessage, ConversationRecord } from "../storage/conversations";
import { defaultSettings } from "../storage/settings";

vi.mock("../storage/presets", async (original) => ({
  ...(await original()),
  savePreset: async () => undefined,
}));
vi.mock("../storage/conversations", async (original) => ({
  ...(await original()),
  saveConversation: async () => undefined,
}));

const { useChatStore } = await import("./chat-store");
const { newPreset, usePresetsStore } = await import("./presets-store");
const { useSettingsStore } = await import("./settings-store");
const {
  answerSettings,
  changeOptions,
  choosePreset,
  findInstructions,
  findOptions,
  keepPreset,
  useNewChatStore,
  withNewChatOptions,
} = await import("./chat-options");

const SCHEMA = '{\n  "type": "null"\n}';
const conversation: ConversationRecord = { id: "c", title: "c", createdAt: 0, updatedAt: 0, leafId: null };
const preset = {
  ...newPreset(),
  name: "Short",
  instructions: " Be short. ",
  settings: { temperature: 0, maxTokens: 99 },
};

beforeEach(() => {
  useSettingsStore.setState({ settings: { ...defaultSettings, systemPrompt: "From Settings.", topK: 7 } });
  useChatStore.setState({ current: null, conversations: [], messages: [] });
  useNewChatStore.setState({ options: defaultOptions });
  usePresetsStore.setState({ own: [preset] });
});

describe("a chat's options", () => {
  it("are those of Settings until something is chosen", () => {
    expect(findInstructions("")).toBe("From Settings.");
    expect(answerSettings("c")).toMatchObject({ maxTokens: 1024, sampling: { topK: 7, temperature: 0.6 } });
    expect(answerSettings("c")).not.toHaveProperty("format");
    for (const usesLookup of [true, false]) {
      useSettingsStore.setState({ settings: { ...defaultSettings, usesLookup } });
      expect(answerSettings("c").usesLookup).toBe(usesLookup);
    }
  });

  it("go with a new chat into its conversation, and the next new chat has none", async () => {
    await choosePreset(preset.id);
    await changeOptions({ schema: SCHEMA });
    useChatStore.setState({ current: conversation });
    const begun = withNewChatOptions(conversation);
    expect(useChatStore.getState().current).toEqual(begun);
    expect(findOptions("c")).toEqual({ presetId: preset.id, schema: SCHEMA });
    expect(findOptions(null)).toEqual(defaultOptions);
  });

  it("of a preset take the place of those in Settings, and the schema is told to the model", async () => {
    useChatStore.setState({ current: conversation, conversations: [conversation] });
    await choosePreset(preset.id);
    expect(findInstructions("c")).toBe("Be short.");
    expect(answerSettings("c")).toMatchObject({ maxTokens: 99, sampling: { topK: 7, temperature: 0 } });
    await changeOptions({ schema: SCHEMA });
    expect(findInstructions("c")).toMatch(/^Be short\.\n\nAnswer with JSON .*:\n\{"type":"null"\}$/);
    expect(answerSettings("c").format).toEqual({ kind: "json", schema: { type: "null" } });
  });

  it("keep a schema that is being written until another one is in use", async () => {
    const other = { ...conversation, id: "other" };
    useChatStore.setState({ current: conversation, conversations: [conversation, other] });
    await changeOptions({ schemaDraft: "{" });
    await changeOptions({ tools: { given: [], free: [], first: null } });
    await changeOptions({ schemaDraft: "[" }, "other");
    expect(findOptions("c").schemaDraft).toBe("{");
    expect(findOptions("other").schemaDraft).toBe("[");
    await changeOptions({ schema: SCHEMA }, "");
    expect(findOptions("c").schemaDraft).toBe("{");
    await choosePreset(null);
    expect(findOptions("c")).not.toHaveProperty("schemaDraft");
    expect(findOptions(null).schema).toBe(SCHEMA);
  });

  it("bring a preset's schema along, and take it away with the preset", async () => {
    await choosePreset("built-in:extract");
    expect(findOptions(null).schema).toContain('"facts"');
    await choosePreset(null);
    expect(findOptions(null).schema).toBeNull();
  });

  it("let an answer go on in the form that it has", async () => {
    await changeOptions({ schema: SCHEMA });
    const plain = { isJson: false } as Partial<AssistantMessage> as AssistantMessage;
    expect(answerSettings("", plain)).not.toHaveProperty("format");
    expect(answerSettings("", { ...plain, isJson: true })).toHaveProperty("format");
  });

  it("fall back to Settings when their preset was deleted", async () => {
    await choosePreset(preset.id);
    usePresetsStore.setState({ own: [] });
    expect(findInstructions("")).toBe("From Settings.");
  });

  it("follow a preset that is changed, and choose one that is new", async () => {
    const added = { ...newPreset(), name: " Null ", schema: SCHEMA };
    await keepPreset(added);
    expect(findOptions(null)).toEqual({ presetId: added.id, schema: SCHEMA });
    expect(usePresetsStore.getState().own.map(({ name }) => name)).toContain("Null");
    await keepPreset({ ...added, schema: null, instructions: "Other." });
    expect(findOptions(null).schema).toBeNull();
    await keepPreset({ ...preset, instructions: "Longer." });
    expect(findOptions(null).presetId).toBe(added.id);
  });
});
