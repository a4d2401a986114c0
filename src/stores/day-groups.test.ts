import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConversationRecord } from "../storage/conversations";
import { firstMembers, groupByDay, listOrder } from "./day-groups";
import { useDayStore, watchDay } from "./day-store";

const chat = (id: string, updatedAt: Date | number, isPinned = false): ConversationRecord => ({
  id,
  title: id,
  createdAt: 0,
  updatedAt: Number(updatedAt),
  leafId: null,
  ...(isPinned ? { isPinned } : {}),
});

const now = new Date(2026, 2, 15, 14, 30).getTime();
const keys = (chats: readonly ConversationRecord[]) =>
  groupByDay(chats, now).map(({ key, members }) => [key, members.map(({ id }) => id).join("")]);

describe("groupByDay", () => {
  it("puts chats under pins, days, the week and months, each to the minute", () => {
    const chats = [
      chat("a", now + 86_400_000), // a clock that was wrong
      chat("b", new Date(2026, 2, 15)),
      chat("c", new Date(2026, 2, 14, 23, 59, 59, 999)),
      chat("d", new Date(2026, 2, 14)),
      chat("e", new Date(2026, 2, 13, 23, 59)),
      chat("f", new Date(2026, 2, 8)),
      chat("g", new Date(2026, 2, 7, 23, 59)),
      chat("h", new Date(2026, 1, 28), true),
      chat("i", new Date(2026, 1, 28)),
      chat("j", new Date(2025, 1, 28)),
    ];
    expect(keys(chats)).toEqual([
      ["pinned", "h"],
      ["today", "ab"],
      ["yesterday", "cd"],
      ["week", "ef"],
      ["2026-2", "g"],
      ["2026-1", "i"],
      ["2025-1", "j"],
    ]);
  });

  it("holds each chat once, in the order it had in its group", () => {
    const chats = fc.array(
      fc.record({ time: fc.integer({ min: 0, max: now + 1e9 }), isPinned: fc.boolean() }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(chats, fc.nat(70), (drawn, count) => {
        const list = drawn
          .map(({ time, isPinned }, index) => chat(String(index), time, isPinned))
          .sort((a, b) => b.updatedAt - a.updatedAt);
        const groups = groupByDay(list, now);
        const order = listOrder(groups);
        expect(order.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
        for (const { members } of groups)
          expect(members.map(({ updatedAt }) => updatedAt)).toEqual(
            members.map(({ updatedAt }) => updatedAt).toSorted((a, b) => b - a),
          );
        expect(listOrder(firstMembers(groups, count))).toEqual(order.slice(0, count));
      }),
    );
  });
});

describe("the day", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("document", new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("ends at midnight, and is looked up when a page that slept is seen again", () => {
    vi.setSystemTime(new Date(2026, 9, 24, 22));
    watchDay();
    expect(useDayStore.getState().today).toBe(new Date(2026, 9, 24).getTime());
    vi.advanceTimersByTime(2 * 3_600_000);
    expect(useDayStore.getState().today).toBe(new Date(2026, 9, 25).getTime());
    vi.setSystemTime(new Date(2026, 9, 28, 9));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(useDayStore.getState().today).toBe(new Date(2026, 9, 28).getTime());
  });
});
