import { describe, expect, it } from "vitest";
import { decodeReferences } from "./references";

describe("decodeReferences", () => {
  it("decodes named, decimal and hexadecimal references once", () => {
    expect(decodeReferences("a &amp;&lt; &#233; &#x1F40D; &amp;lt;")).toBe("a &< é 🐍 &lt;");
  });
  it("leaves what is no character alone", () => {
    const none = "&nope; &#0; &#xD800; &#x110000; & &; &toString; &valueOf;";
    expect(decodeReferences(none)).toBe(none);
  });
});
