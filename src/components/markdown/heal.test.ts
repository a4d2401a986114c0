import { describe, expect, it } from "vitest";
import { healBlocks, healInline, healTable } from "./heal";
import { OPEN_MARK } from "./maths-syntax";

describe("healTable", () => {
  it("gives a table's first line the rule that has not come, or not wholly", () => {
    for (const rule of ["", "\n", "\n|", "\n| -", "\n| --- | --", "\n| --- | ---: |"]) {
      expect(healTable(`Intro.\n\n| a | b |${rule}`)).toBe("Intro.\n\n| a | b |\n| - | - |");
    }
    expect(healTable("| a | b")).toBe("| a | b\n| - | - |");
  });
  it("leaves everything else as it is", () => {
    for (const text of ["", "|", "a | b", "Intro.\n\n| a |\n| - |\n| 1", "| a |\nno table", "```\nx\n```"]) {
      expect(healTable(text)).toBe(text);
    }
  });
});

describe("healBlocks", () => {
  it("waits with a line that may become anything", () => {
    for (const line of ["-", "--", "#", "##"]) expect(healBlocks(`a\n${line}`)).toBe("a");
    expect(healBlocks("```js\nlet a;\n``")).toBe("```js\nlet a;");
    expect(healBlocks("a\n- b")).toBe("a\n- b");
  });
  it("puts no table into a block of code", () => {
    const code = "```\nx\n\n| a | b |";
    expect(healBlocks(code)).toBe(code);
    expect(healBlocks(`${code}\n\`\`\`\n\n| a |`)).toMatch(/\| a \|\n\| - \|$/);
  });
});

describe("healInline", () => {
  it("closes what is open", () => {
    expect(healInline("some **bold te")).toBe("some **bold te**");
    expect(healInline("see [the sour")).toBe("see the sour");
  });
  it("takes no formula for emphasis", () => {
    expect(healInline("so \\(a * b_1\\) and $c_2 * d$ is")).toBe("so \\(a * b_1\\) and $c_2 * d$ is");
    expect(healInline("**so \\(a_1 + ")).toBe(`**so \\(${OPEN_MARK}a_1 +  \\)**`);
  });
});
