import { expect, it } from "vitest";
import { lastCodeIn } from "./last-code";

it("finds the last block of code, in a list too, and no code within a line", () => {
  const markdown =
    "Run `this`:\n\n```sh\nls\n```\n\n1. Then\n\n   ```js\n   let a = 1;\n   a += 1;\n   ```\n";
  expect(lastCodeIn(markdown)).toBe("let a = 1;\na += 1;");
  expect(lastCodeIn("Only `this`.")).toBeNull();
});
