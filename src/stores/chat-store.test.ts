import { describe, expect, it } from "vitest";
import { titleOf } from "./chat-store";

describe("titleOf", () => {
  it("takes the first line with something in it, cut to 80 characters", () => {
    expect(titleOf("\n  \n  Who leads it? \nmore")).toBe("Who leads it?");
    expect(titleOf("x".repeat(200))).toHaveLength(80);
  });
  it("has a name for nothing", () => {
    expect(titleOf(" \n ")).toBe("New chat");
  });
});
