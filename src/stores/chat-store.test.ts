import { describe, expect, it } from "vitest";
import type { MessageRecord } from "../storage/conversations";
import { selectBranch, titleOf } from "./chat-store";

const message = (id: string, parentId: string | null): MessageRecord => ({
  id,
  conversationId: "c",
  parentId,
  createdAt: 0,
  role: "user",
  text: id,
  documents: [],
});

describe("selectBranch", () => {
  const messages = [message("b2", "a"), message("a", null), message("c", "b1"), message("b1", "a")];
  const ids = (leafId: string | null) => selectBranch(messages, leafId).map(({ id }) => id);

  it("follows the parents from the leaf, whatever the order of the records", () => {
    expect(ids("c")).toEqual(["a", "b1", "c"]);
    expect(ids("b2")).toEqual(["a", "b2"]);
  });
  it("is empty without a leaf and for a leaf that is gone", () => {
    expect(ids(null)).toEqual([]);
    expect(ids("gone")).toEqual([]);
  });
  it("ends where damaged records form a circle", () => {
    expect(selectBranch([message("x", "y"), message("y", "x")], "x").map(({ id }) => id)).toEqual(["y", "x"]);
  });
});

describe("titleOf", () => {
  it("takes the first line with something in it, cut to 80 characters", () => {
    expect(titleOf("\n  \n  Who leads it? \nmore")).toBe("Who leads it?");
    expect(titleOf("x".repeat(200))).toHaveLength(80);
  });
  it("has a name for nothing", () => {
    expect(titleOf(" \n ")).toBe("New chat");
  });
});
