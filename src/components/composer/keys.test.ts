import { describe, expect, it } from "vitest";
import { findComposerKey, findPaste, type PressedKey } from "./keys";

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  keyCode: 0,
  isComposing: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe("findComposerKey", () => {
  it("sends with the key that was chosen, and with Ctrl or Command always", () => {
    expect(findComposerKey(press("Enter"), "enter", false)).toBe("send");
    expect(findComposerKey(press("Enter"), "mod-enter", false)).toBeNull();
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(findComposerKey(press("Enter", held), "mod-enter", false)).toBe("send");
      expect(findComposerKey(press("Enter", held), "enter", true)).toBe("send");
    }
    expect(findComposerKey(press("Enter", { shiftKey: true }), "enter", false)).toBeNull();
  });

  it("leaves Enter of a touch keyboard alone", () => {
    expect(findComposerKey(press("Enter"), "enter", true)).toBeNull();
  });

  it("does nothing while an input method composes", () => {
    for (const held of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const key of ["Enter", "ArrowUp", "ArrowDown"]) {
        expect(findComposerKey(press(key, held), "enter", false)).toBeNull();
      }
    }
  });

  it("recalls with plain arrows only", () => {
    expect(findComposerKey(press("ArrowUp"), "enter", false)).toBe("recall-older");
    expect(findComposerKey(press("ArrowDown"), "enter", false)).toBe("recall-newer");
    expect(findComposerKey(press("ArrowUp", { shiftKey: true }), "enter", false)).toBeNull();
    expect(findComposerKey(press("ArrowUp", { metaKey: true }), "enter", false)).toBeNull();
  });
});

describe("findPaste", () => {
  const picture = new File(["x"], "image.png", { type: "image/png" });
  const report = new File(["x"], "report.pdf", { type: "application/pdf" });
  const long = "a".repeat(101);

  it("makes a text beyond the threshold a document, unless it is pasted plainly or there is no threshold", () => {
    expect(findPaste({ text: long, files: [], isPlain: false }, 100)).toEqual({ kind: "document" });
    expect(findPaste({ text: long, files: [], isPlain: false }, 101)).toEqual({ kind: "text" });
    expect(findPaste({ text: long, files: [], isPlain: true }, 100)).toEqual({ kind: "text" });
    expect(findPaste({ text: long, files: [], isPlain: false }, 0)).toEqual({ kind: "text" });
  });

  it("takes files, and a text rather than its picture", () => {
    expect(findPaste({ text: "/home/report.pdf", files: [report], isPlain: false }, 100)).toEqual({
      kind: "files",
      files: [report],
      hasPictures: false,
    });
    expect(findPaste({ text: "words", files: [picture], isPlain: false }, 100)).toEqual({ kind: "text" });
    expect(findPaste({ text: "", files: [picture, report], isPlain: false }, 100)).toEqual({
      kind: "files",
      files: [report],
      hasPictures: true,
    });
  });
});
