// Chats under the day they were last used: the pinned ones first, then today, yesterday, the week before, and the months.
import type { ConversationRecord } from "../storage/conversations";

export type DayGroupKind =
  | { readonly kind: "pinned" }
  | { readonly kind: "today" }
  | { readonly kind: "yesterday" }
  | { readonly kind: "week" } // the seven days before yesterday's midnight
  | { readonly kind: "month"; readonly year: number; readonly month: number }; // from 0, as Date has it

export type DayGroup = DayGroupKind & {
  readonly key: string;
  readonly members: readonly ConversationRecord[];
};

/** The midnight that began the day `daysAgo` before `now`'s; days of 23 and 25 hours are days, too. */
export function midnightOf(now: number, daysAgo = 0): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysAgo).getTime();
}

/** Keeps the order of the conversations inside of each group, and the groups in the order of their first members. */
export function groupByDay(conversations: readonly ConversationRecord[], now: number): readonly DayGroup[] {
  const [today, yesterday, week] = [0, 1, 7].map((daysAgo) => midnightOf(now, daysAgo)) as [
    number,
    number,
    number,
  ];
  const kindOf = (time: number): DayGroupKind => {
    if (time >= today) return { kind: "today" }; // and what a clock set wrong has put into the future
    if (time >= yesterday) return { kind: "yesterday" };
    if (time >= week) return { kind: "week" };
    const date = new Date(time);
    return { kind: "month", year: date.getFullYear(), month: date.getMonth() };
  };
  const groups = new Map<string, DayGroupKind & { key: string; members: ConversationRecord[] }>();
  const put = (kind: DayGroupKind, conversation: ConversationRecord): void => {
    const key = kind.kind === "month" ? `${kind.year}-${kind.month}` : kind.kind;
    const group = groups.get(key);
    if (group) group.members.push(conversation);
    else groups.set(key, { ...kind, key, members: [conversation] });
  };
  for (const conversation of conversations) if (conversation.isPinned) put({ kind: "pinned" }, conversation);
  for (const conversation of conversations)
    if (!conversation.isPinned) put(kindOf(conversation.updatedAt), conversation);
  return [...groups.values()];
}

/** The groups as far as `count` members go. */
export function firstMembers(groups: readonly DayGroup[], count: number): readonly DayGroup[] {
  const shown: DayGroup[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    shown.push(group.members.length <= left ? group : { ...group, members: group.members.slice(0, left) });
    left -= group.members.length;
  }
  return shown;
}

/** The conversations' ids as the list shows them. */
export const listOrder = (groups: readonly DayGroup[]): readonly string[] =>
  groups.flatMap(({ members }) => members.map(({ id }) => id));
