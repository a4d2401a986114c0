// What the page's own storage may hold after damage: settings of any kind and trees of messages that are none.
import { toArchived } from "../../src/chats/archive-write";
import type { ConversationRecord, MessageRecord } from "../../src/storage/conversations";
import {
  defaultSettings,
  parseSettings,
  serializeSettings,
  settingDefinitions,
} from "../../src/storage/settings";
import { findLeaf, numberVersions, selectBranch, siblingsOf } from "../../src/stores/branches";
import { expectThat, jsonSeed, type Outcome, type Target, textOf } from "../target";

const SETTINGS = {
  version: 2,
  theme: "dark",
  temperature: 0.3,
  maxTokens: 64,
  seed: 5,
  systemPrompt: "Be brief.",
  contextLength: null,
};

const message = (id: string, parentId: string | null) => ({
  id,
  parentId,
  createdAt: id.length,
  text: id,
  conversationId: "c",
});
const TREE = {
  leafId: "d",
  messages: [
    message("a", null),
    message("b", "a"),
    message("c", "a"),
    message("d", "b"),
    message("e", "gone"),
  ],
};

/** A setting without a value may have one of any kind; others keep to theirs. */
const isKindOf = (initial: unknown, value: unknown): boolean =>
  initial === null || typeof initial === typeof value;

function checkSettings(text: string): void {
  const settings = parseSettings(text);
  expectThat(
    Object.keys(settings).join() === Object.keys(defaultSettings).join(),
    () => "other settings than there are",
  );
  for (const [key, value] of Object.entries(settings)) {
    const definition = settingDefinitions[key as keyof typeof settingDefinitions];
    const isNumber = definition.kind === "number" || definition.kind === "optional-number";
    const isInRange =
      !isNumber || typeof value !== "number" || (value >= definition.min && value <= definition.max);
    expectThat(isInRange && isKindOf(definition.default, value), () => `${key} = ${JSON.stringify(value)}`);
  }
  const again = parseSettings(serializeSettings(settings));
  expectThat(JSON.stringify(again) === JSON.stringify(settings), () => "settings change when they are kept");
}

/** Damage to what links messages; their other fields are as they were written. */
function readTree(value: unknown): { leafId: string | null; messages: MessageRecord[] } | null {
  const { leafId, messages } = (value ?? {}) as { leafId?: unknown; messages?: unknown };
  if (!Array.isArray(messages)) return null;
  const textOrNull = (field: unknown): string | null => (typeof field === "string" ? field : null);
  const list = messages.flatMap((one: unknown): MessageRecord[] => {
    const { id, parentId, createdAt } = (one ?? {}) as Record<string, unknown>;
    if (typeof id !== "string") return [];
    const at = typeof createdAt === "number" ? createdAt : 0;
    return [{ ...message(id, textOrNull(parentId)), createdAt: at, role: "user", documents: [] }];
  });
  return { leafId: textOrNull(leafId), messages: list };
}

function checkTree(leafId: string | null, messages: readonly MessageRecord[]): void {
  const ids = new Set(messages.map(({ id }) => id));
  const branch = selectBranch(messages, leafId);
  expectThat(
    new Set(branch.map(({ id }) => id)).size === branch.length,
    () => "a message stands twice in a branch",
  );
  const leaf = findLeaf(messages, leafId);
  expectThat(leaf === null || ids.has(leaf), () => `a leaf ${leaf} that is not there`);
  for (const { number, count } of numberVersions(messages).values())
    expectThat(number >= 1 && number <= count, () => `version ${number} of ${count}`);
  for (const id of ids)
    expectThat(
      siblingsOf(messages, id).some((one) => one.id === id),
      () => `${id} has no place`,
    );
  const conversation: ConversationRecord = { id: "c", title: "", createdAt: 0, updatedAt: 0, leafId };
  expectThat(
    toArchived(conversation, messages).messages.length === messages.length,
    () => "a message is lost on export",
  );
}

function check(input: Uint8Array): Outcome {
  const text = textOf(input);
  checkSettings(text);
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    return "refused";
  }
  const tree = readTree(value);
  if (tree) checkTree(tree.leafId, tree.messages);
  return tree ? "taken" : "refused";
}

export const load = (): Target => ({
  name: "rows",
  count: 50_000,
  seeds: [jsonSeed(SETTINGS, ["null", "1e99", '"x"']), jsonSeed(TREE, ['"a"', '"b"', '"c"', '"d"', "null"])],
  check,
  maxMs: 50,
});
