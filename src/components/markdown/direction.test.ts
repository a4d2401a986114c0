import { describe, expect, it } from "vitest";
import { directionOf } from "./direction";

describe("directionOf", () => {
  it("goes by the first letter of the text proper", () => {
    expect(directionOf("- **hello** שלום")).toBe("ltr");
    expect(directionOf("- **שלום** hello")).toBe("rtl");
    expect(directionOf("1. `npm` התקן את")).toBe("rtl");
    expect(directionOf("https://example.org: مثال")).toBe("rtl");
    expect(directionOf("[קישור](https://example.org)")).toBe("rtl");
    expect(directionOf("| 12 | $x$ | `a` |")).toBeUndefined();
  });
});
