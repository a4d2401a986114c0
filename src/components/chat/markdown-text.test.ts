import { describe, expect, it } from "vitest";
import { decodeReferences, healTable, safeLink } from "./markdown-text";

describe("safeLink", () => {
  it("follows http, https and mailto", () => {
    expect(safeLink("https://example.org/a?b#c")).toBe("https://example.org/a?b#c");
    expect(safeLink("http://example.org")).toBe("http://example.org/");
    expect(safeLink("mailto:a@example.org")).toBe("mailto:a@example.org");
  });
  it("follows nothing that could run code, read files or lead into this page", () => {
    const refused = [
      "javascript:alert(1)",
      " JavaScript:alert(1)",
      "data:text/html,x",
      "file:///etc",
      "/x",
      "#y",
      "",
    ];
    expect(refused.map(safeLink)).toEqual(refused.map(() => null));
  });
});

describe("decodeReferences", () => {
  it("decodes named, decimal and hexadecimal references once", () => {
    expect(decodeReferences("a &amp;&lt; &#233; &#x1F40D; &amp;lt;")).toBe("a &< é 🐍 &lt;");
  });
  it("leaves what is no character alone", () => {
    expect(decodeReferences("&nope; &#0; &#xD800; &#x110000; & &;")).toBe(
      "&nope; &#0; &#xD800; &#x110000; & &;",
    );
  });
});

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
