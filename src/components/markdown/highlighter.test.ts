import { describe, expect, it } from "vitest";
import { highlight } from "./highlighter";
import { languageOf, nameOf } from "./languages";

describe("highlight", () => {
  it("knows the languages that answers are written in, by their usual names", () => {
    const names =
      "js jsx ts tsx py python sh bash shell zsh json html xml css scss sql java c cpp c++ cs csharp go golang rs rust yaml yml md markdown php rb kt diff toml ini".split(
        " ",
      );
    expect(names.filter((name) => highlight(name, "x") === null)).toEqual([]);
  });
  it("makes spans of it, and loses no character", () => {
    const code = 'const a = "<b>"; // c\n';
    const nodes = highlight("js", code) ?? [];
    const text = (node: (typeof nodes)[number]): string =>
      node.type === "text" ? node.value : node.type === "element" ? node.children.map(text).join("") : "";
    expect(nodes.map(text).join("")).toBe(code);
    expect(JSON.stringify(nodes)).toContain("hljs-keyword");
  });
  it("leaves what it does not know", () => {
    expect(highlight("brainfuck", "+")).toBeNull();
  });
});

describe("languageOf", () => {
  it("is the first word of what follows the fence", () => {
    expect(["JS title=a.js", " python {1-3}", "ts{1}", ""].map(languageOf)).toEqual([
      "js",
      "python",
      "ts",
      "",
    ]);
    expect(["js", "c++", "nim", "constructor"].map(nameOf)).toEqual([
      "JavaScript",
      "C++",
      "nim",
      "constructor",
    ]);
  });
});
