import { beforeEach, expect, it } from "vitest";
import { rangeOf, useChatSelectionStore } from "./chat-selection";

const order = ["a", "b", "c", "d", "e"];
const selected = () => [...useChatSelectionStore.getState().selected].toSorted().join("");
const { begin, end, toggle, toggleAll } = useChatSelectionStore.getState();

beforeEach(begin);

it("chooses one by one, and up to the one chosen last, in either direction", () => {
  toggle("d", order, false);
  toggle("b", order, true);
  expect(selected()).toBe("bcd");
  toggle("c", order, false);
  expect(selected()).toBe("bd");
  toggle("e", order, true);
  expect(selected()).toBe("bcde");
});

it("lets go of a range as of one", () => {
  toggleAll(order);
  toggle("b", order, false);
  toggle("d", order, true);
  expect(selected()).toBe("ae");
});

it("chooses all, and none when all are chosen", () => {
  toggle("a", order, false);
  toggleAll(order);
  expect(selected()).toBe("abcde");
  toggleAll(order);
  expect(selected()).toBe("");
});

it("forgets what was chosen", () => {
  toggle("a", order, false);
  end();
  expect(useChatSelectionStore.getState()).toMatchObject({ isSelecting: false, selected: new Set() });
  begin();
  toggle("c", order, true); // nothing was chosen before it in this selection
  expect(selected()).toBe("c");
});

it("takes the second alone when the first has left the list", () => {
  expect(rangeOf(order, "gone", "b")).toEqual(["b"]);
});
