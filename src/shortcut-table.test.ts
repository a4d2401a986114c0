import { describe, expect, it } from "vitest";
import { findShortcut, nameKeys, type PressedKeys, shortcuts } from "./shortcut-table";

const press = (changes: Partial<PressedKeys>): PressedKeys => ({
  key: "",
  code: "",
  keyCode: 0,
  isComposing: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...changes,
});

describe("findShortcut", () => {
  it("knows a letter by its key, whatever the layout writes with it", () => {
    const russian = press({ key: "Щ", code: "KeyO", ctrlKey: true, shiftKey: true });
    expect(findShortcut(russian, false)).toBe("new-chat");
  });

  it("knows a sign by what is written, with Shift where the layout needs it", () => {
    expect(findShortcut(press({ key: "/", code: "Digit7", shiftKey: true, ctrlKey: true }), false)).toBe(
      "shortcuts",
    );
    expect(findShortcut(press({ key: "?", code: "Slash", shiftKey: true }), false)).toBe("shortcuts");
    expect(findShortcut(press({ key: ",", code: "KeyM", ctrlKey: true }), false)).toBe("settings");
  });

  it("takes Command on a Mac and Ctrl elsewhere", () => {
    const withCtrl = press({ key: "k", code: "KeyK", ctrlKey: true });
    const withCommand = press({ key: "k", code: "KeyK", metaKey: true });
    expect([findShortcut(withCtrl, false), findShortcut(withCommand, false)]).toEqual(["search-chats", null]);
    expect([findShortcut(withCtrl, true), findShortcut(withCommand, true)]).toEqual([null, "search-chats"]);
    const withBoth = { ...withCtrl, metaKey: true };
    expect([findShortcut(withBoth, false), findShortcut(withBoth, true)]).toEqual([null, null]); // the system's
  });

  it("hears nothing while an input method composes, and nothing with AltGr", () => {
    const keys = { key: "k", code: "KeyK", ctrlKey: true };
    expect(findShortcut(press({ ...keys, altKey: true }), false)).toBeNull();
    expect(findShortcut(press({ ...keys, isComposing: true }), false)).toBeNull();
    expect(findShortcut(press({ ...keys, keyCode: 229 }), false)).toBeNull();
  });

  it("leaves the composer's keys to it, and tells Esc from Shift+Esc", () => {
    expect(findShortcut(press({ key: "Enter", code: "Enter" }), false)).toBeNull();
    expect(findShortcut(press({ key: "Escape" }), false)).toBe("stop");
    expect(findShortcut(press({ key: "Escape", shiftKey: true }), false)).toBe("focus-composer");
  });
});

describe("the table of shortcuts", () => {
  it("gives no keys twice, and none of the browser's", () => {
    const names = shortcuts.flatMap(({ keys }) => keys.map((one) => nameKeys(one, false).join("+")));
    expect(new Set(names).size).toBe(names.length);
    const browsers = ["R", "W", "T", "N"].flatMap((key) => [`Ctrl+${key}`, `Ctrl+Shift+${key}`]);
    for (const taken of [...browsers, "Ctrl+Shift+C", "Ctrl+Shift+I", "Ctrl+Shift+J"]) {
      expect(names).not.toContain(taken);
    }
  });

  it("writes keys as the keyboard has them", () => {
    const newChat = shortcuts.find(({ id }) => id === "new-chat")?.keys[0];
    expect(newChat && nameKeys(newChat, false)).toEqual(["Ctrl", "Shift", "O"]);
    expect(newChat && nameKeys(newChat, true)).toEqual(["⇧", "⌘", "O"]);
  });
});
