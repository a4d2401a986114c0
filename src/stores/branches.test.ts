import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserMessage } from "../storage/conversations";
import {
  copyPath,
  findLeaf,
  latestLeafBelow,
  leafWithout,
  numberVersions,
  selectBranch,
  siblingsOf,
  subtreeOf,
} from "./branches";

const message = (id: string, parentId: string | null, createdAt = 0): UserMessage => ({
  id,
  conversationId: "c",
  parentId,
  createdAt,
  role: "user",
  text: id,
  documents: [],
});
const idsOf = (messages: readonly UserMessage[]): string[] => messages.map(({ id }) => id);

/** a ─┬─ b1 ─── c     b2 is the newer answer; c was written later still. */
/**    └─ b2           */
const tree = [message("b2", "a", 3), message("a", null, 1), message("c", "b1", 4), message("b1", "a", 2)];

/** Parents among those before; `damaged` ones are anything: gone, themselves, or in a circle. */
const trees = (isDamaged: boolean) =>
  fc.array(fc.tuple(fc.nat(), fc.nat(20)), { maxLength: 25 }).map((rows) =>
    rows.map(([parent, createdAt], index) => {
      const at = parent % (isDamaged ? rows.length + 2 : index + 1);
      const isFirst = !isDamaged && at === index;
      return message(`m${index}`, isFirst || at === rows.length + 1 ? null : `m${at}`, createdAt);
    }),
  );

describe("selectBranch", () => {
  const ids = (leafId: string | null) => idsOf(selectBranch(tree, leafId) as UserMessage[]);

  it("follows the parents from the leaf, whatever the order of the records", () => {
    expect(ids("c")).toEqual(["a", "b1", "c"]);
    expect(ids("b2")).toEqual(["a", "b2"]);
  });
  it("is empty without a leaf and for a leaf that is gone", () => {
    expect(ids(null)).toEqual([]);
    expect(ids("gone")).toEqual([]);
  });
  it("ends where damaged records form a circle", () => {
    expect(idsOf([...selectBranch([message("x", "y"), message("y", "x")], "x")])).toEqual(["y", "x"]);
  });
});

describe("versions", () => {
  it("are numbered by their age", () => {
    expect(idsOf([...siblingsOf(tree, "b2")])).toEqual(["b1", "b2"]);
    expect(numberVersions(tree).get("b2")).toEqual({ number: 2, count: 2 });
    expect(numberVersions(tree).get("c")).toEqual({ number: 1, count: 1 });
    expect(siblingsOf(tree, "gone")).toEqual([]);
  });
  it("show the newest branch below them", () => {
    expect(latestLeafBelow(tree, "a")?.id).toBe("c");
    expect(latestLeafBelow(tree, "b2")?.id).toBe("b2");
    expect(latestLeafBelow([...tree, message("d", "b2", 5)], "a")?.id).toBe("d");
    expect(latestLeafBelow(tree, "gone")).toBeNull();
  });
});

describe("what is shown", () => {
  it("is the kept leaf, or the newest message where that is gone", () => {
    expect(findLeaf(tree, "b2")).toBe("b2");
    expect(findLeaf(tree, "gone")).toBe("c");
    expect(findLeaf([], null)).toBeNull();
  });
  it("after a deletion is the version beside, else the parent, else nothing", () => {
    expect(leafWithout(tree, "b1")).toBe("b2");
    expect(leafWithout(tree, "b2")).toBe("c"); // the latest below b1
    expect(leafWithout(tree, "c")).toBe("b1");
    expect(leafWithout(tree, "a")).toBeNull();
  });
});

describe("copyPath", () => {
  it("links copies under new ids, and leaves the rest of each message as it was", () => {
    let count = 0;
    const copy = copyPath(selectBranch(tree, "c"), "other", () => `new${++count}`);
    expect(copy).toEqual([
      { ...message("new1", null, 1), conversationId: "other", text: "a" },
      { ...message("new2", "new1", 2), conversationId: "other", text: "b1" },
      { ...message("new3", "new2", 4), conversationId: "other", text: "c" },
    ]);
  });
});

describe.each([
  ["a whole tree", false],
  ["damaged records", true],
])("in %s", (_name, isDamaged) => {
  it("every message has one place among its versions", () => {
    fc.assert(
      fc.property(trees(isDamaged), (messages) => {
        const versions = numberVersions(messages);
        expect([...versions.keys()].sort()).toEqual(idsOf(messages).sort());
        for (const { id } of messages) {
          const siblings = siblingsOf(messages, id);
          const { number, count } = versions.get(id) ?? { number: 0, count: 0 };
          expect(siblings).toHaveLength(count);
          expect(siblings[number - 1]?.id).toBe(id);
        }
      }),
    );
  });

  it("a deletion takes the message with what is below it, and shows something that is left", () => {
    fc.assert(
      fc.property(trees(isDamaged), fc.nat(), (messages, pick) => {
        const root = messages[pick % Math.max(1, messages.length)];
        if (!root) return;
        const gone = new Set(idsOf([...subtreeOf(messages, root.id)]));
        const left = messages.filter(({ id }) => !gone.has(id));
        expect(gone.has(root.id)).toBe(true);
        for (const { parentId } of left) expect(parentId !== null && gone.has(parentId)).toBe(false);
        const leaf = leafWithout(messages, root.id);
        if (left.length === 0) expect(leaf).toBeNull();
        else expect(idsOf(left)).toContain(leaf);
      }),
    );
  });

  it("any message can be shown, on a branch through it that ends in a leaf", () => {
    fc.assert(
      fc.property(trees(isDamaged), (messages) => {
        for (const { id } of messages) {
          const leaf = latestLeafBelow(messages, id);
          expect(leaf).not.toBeNull();
          const branch = idsOf([...selectBranch(messages, leaf?.id ?? null)]);
          expect(branch).toContain(id);
          expect(new Set(branch).size).toBe(branch.length);
          if (!isDamaged) expect(messages.some(({ parentId }) => parentId === leaf?.id)).toBe(false);
        }
      }),
    );
  });
});

it("everything below the first messages is everything", () => {
  fc.assert(
    fc.property(trees(false), (messages) => {
      const roots = messages.filter(({ parentId }) => parentId === null);
      const all = roots.flatMap(({ id }) => idsOf([...subtreeOf(messages, id)]));
      expect(all.sort()).toEqual(idsOf(messages).sort());
    }),
  );
});
