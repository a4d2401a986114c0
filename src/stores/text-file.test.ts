import { describe, expect, it } from "vitest";
import { decodeText, readTextFile } from "./text-file";

describe("decodeText", () => {
  it("reads UTF-8 with and without a mark, UTF-16 both ways, and windows-1252", () => {
    expect(decodeText(new TextEncoder().encode("naïve שלום"))).toBe("naïve שלום");
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("a");
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toBe("a");
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0x61]))).toBe("a");
    expect(decodeText(new Uint8Array([0x6e, 0x61, 0xef, 0x76, 0x65]))).toBe("naïve");
  });
});

describe("readTextFile", () => {
  it("reads a Markdown file", async () => {
    await expect(readTextFile(new File(["# A"], "notes.md"))).resolves.toBe("# A");
  });
  it("refuses other kinds, binary data and empty files, naming the file", async () => {
    const refused = [
      new File(["%PDF"], "report.pdf", { type: "application/pdf" }),
      new File([new Uint8Array([65, 0, 1])], "broken.txt"),
      new File([" \n"], "empty.txt"),
    ];
    for (const file of refused) await expect(readTextFile(file)).rejects.toThrow(file.name);
  });
});
