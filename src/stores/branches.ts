// The tree that a conversation's messages form by `parentId`, and the way through it that is on screen. Pure; whatever the
// records say (a parent that is gone, a circle), nothing here loops or shows a message twice.
import type { MessageRecord } from "../storage/conversations";

type Node = Pick<MessageRecord, "id" | "parentId" | "createdAt">;

/** From the first message to `leafId`: the branch on screen. */
export function selectBranch<Message extends Node>(
  messages: readonly Message[],
  leafId: string | null,
): readonly Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const branch: Message[] = [];
  let next = leafId === null ? undefined : byId.get(leafId);
  while (next) {
    branch.push(next);
    byId.delete(next.id); // damaged records must not run in a circle
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return branch.reverse();
}

/** Messages by their parent, the oldest first. Those whose parent is gone stand with the first messages, under null. */
function groupByParent<Message extends Node>(
  messages: readonly Message[],
): ReadonlyMap<string | null, readonly Message[]> {
  const ids = new Set(messages.map(({ id }) => id));
  const groups = new Map<string | null, Message[]>();
  for (const message of messages) {
    const parentId = message.parentId !== null && ids.has(message.parentId) ? message.parentId : null;
    const group = groups.get(parentId);
    if (group) group.push(message);
    else groups.set(parentId, [message]);
  }
  for (const group of groups.values()) group.sort(byAge);
  return groups;
}

const byAge = (a: Node, b: Node): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** For a new message: now, and after those that are there even where the clock was set back since. */
export const timeAfter = (messages: readonly Pick<Node, "createdAt">[]): number =>
  messages.reduce((latest, { createdAt }) => Math.max(latest, createdAt + 1), Date.now());

/** The versions of a message, itself among them, the oldest first. */
export function siblingsOf<Message extends Node>(
  messages: readonly Message[],
  id: string,
): readonly Message[] {
  for (const group of groupByParent(messages).values()) if (group.some((one) => one.id === id)) return group;
  return [];
}

export interface Version {
  readonly number: number; // from 1
  readonly count: number;
}

/** Which of how many versions each message is. */
export function numberVersions(messages: readonly Node[]): ReadonlyMap<string, Version> {
  const versions = new Map<string, Version>();
  for (const group of groupByParent(messages).values())
    for (const [index, { id }] of group.entries())
      versions.set(id, { number: index + 1, count: group.length });
  return versions;
}

/** A message and everything below it, parents before their children. */
export function subtreeOf<Message extends Node>(
  messages: readonly Message[],
  id: string,
): readonly Message[] {
  const root = messages.find((message) => message.id === id);
  if (!root) return [];
  const children = groupByParent(messages);
  const found = new Set([root]); // grows while it is gone through
  for (const message of found) for (const child of children.get(message.id) ?? []) found.add(child);
  return [...found];
}

/** Where a version is shown to: the newest end of a branch below it, or itself. */
export function latestLeafBelow<Message extends Node>(
  messages: readonly Message[],
  id: string,
): Message | null {
  const below = subtreeOf(messages, id);
  const parents = new Set(below.slice(1).map(({ parentId }) => parentId));
  const leaves = below.filter((message) => !parents.has(message.id));
  return leaves.toSorted(byAge).at(-1) ?? null;
}

/** The leaf that is kept in a conversation's record, or, where that is gone, the newest there is. */
export function findLeaf(messages: readonly Node[], leafId: string | null): string | null {
  if (leafId !== null && messages.some(({ id }) => id === leafId)) return leafId;
  return messages.toSorted(byAge).at(-1)?.id ?? null;
}

/** What to show when a message and what is below it go: the version beside it, else its parent; null when nothing is left. */
export function leafWithout(messages: readonly Node[], id: string): string | null {
  const gone = new Set(subtreeOf(messages, id).map((message) => message.id));
  const left = messages.filter((message) => !gone.has(message.id));
  const versions = siblingsOf(messages, id);
  const index = versions.findIndex((version) => version.id === id);
  const beside = versions[index - 1] ?? versions[index + 1];
  if (beside && !gone.has(beside.id)) return latestLeafBelow(left, beside.id)?.id ?? null;
  return findLeaf(left, versions[index]?.parentId ?? null);
}

/** The same messages one after another, with ids of their own, in another conversation. */
export function copyPath(
  path: readonly MessageRecord[],
  conversationId: string,
  createId: () => string,
): readonly MessageRecord[] {
  let parentId: string | null = null;
  return path.map((message) => {
    const copy = { ...message, id: createId(), conversationId, parentId };
    parentId = copy.id;
    return copy;
  });
}
