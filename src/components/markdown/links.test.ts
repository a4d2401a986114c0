import { describe, expect, it } from "vitest";
import { hiddenTarget, safeLink } from "./links";

describe("safeLink", () => {
  it("follows http, https and mailto", () => {
    expect(safeLink("https://example.org/a?b#c")).toBe("https://example.org/a?b#c");
    expect(safeLink("http://example.org")).toBe("http://example.org/");
    expect(safeLink("mailto:a@example.org")).toBe("mailto:a@example.org");
  });
  it("follows nothing that could run code, read files or lead into this page", () => {
    const refused = [
      ...["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x"],
      ...["vbscript:x", "file:///etc", "blob:https://example.org/x", "/x", "//example.org", "#y", "?z", ""],
    ];
    expect(refused.map(safeLink)).toEqual(refused.map(() => null));
  });
});

describe("hiddenTarget", () => {
  it("is nothing where the text is the address", () => {
    expect(hiddenTarget("https://www.example.org/", "example.org")).toBeNull();
    expect(hiddenTarget("https://example.org/a?b", "https://example.org/a?b")).toBeNull();
    expect(hiddenTarget("http://example.org/a", "www.example.org/a")).toBeNull();
    expect(
      hiddenTarget("https://he.wikipedia.org/wiki/%D7%90", "https://he.wikipedia.org/wiki/א"),
    ).toBeNull();
    expect(hiddenTarget("mailto:a@example.org", "a@example.org")).toBeNull();
  });
  it("is the host where the text says something else", () => {
    expect(hiddenTarget("https://www.example.org/a", "the page")).toBe("example.org");
    expect(hiddenTarget("https://evil.example/", "https://bank.example/")).toBe("evil.example");
    expect(hiddenTarget("https://bank.example@evil.example/", "https://bank.example/")).toBe("evil.example");
    expect(hiddenTarget("https://xn--bnk-5cd.example/a", "https://bаnk.example/a")).toBe(
      "xn--bnk-5cd.example",
    );
    expect(hiddenTarget("mailto:evil@example.org?subject=x", "support")).toBe("evil@example.org");
    expect(hiddenTarget("mailto:%E0%A4%A", "%")).toBe("%E0%A4%A");
  });
});
