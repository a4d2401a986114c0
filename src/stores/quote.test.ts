import { expect, it } from "vitest";
import { quoteMarkdown } from "./quote";

it("quotes every line, empty ones too, and keeps what stands at their beginning", () => {
  expect(quoteMarkdown("\nFirst line \n\n\n  - a point\nlast\n")).toBe(
    "> First line\n>\n>   - a point\n> last",
  );
});
