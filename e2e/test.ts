// The stories' `test`: each has axe look at a page, most of them at their end at the page as it then is; one that has no page to
// look at says so. Stories take it from here, or nothing asks for that (a lint rule).
import { test as base, expect } from "@playwright/test";
import { countExaminations, findFaults } from "./examine";

interface StoryOptions {
  /** "by-itself": the story litters its page, or has its own browser, and examines it where that makes sense. */
  readonly examination: "at-end" | "by-itself" | "none";
}

export const test = base.extend<StoryOptions & { mustBeExamined: undefined }>({
  examination: ["at-end", { option: true }],

  // Set up before the page, so that it looks back when the page has been looked at.
  mustBeExamined: [
    async ({ examination }, use, info) => {
      const before = countExaminations();
      await use(undefined);
      if (examination === "none" || info.status !== "passed") return;
      expect(countExaminations(), "pages that axe has looked at").toBeGreaterThan(before);
    },
    { auto: true },
  ],

  page: async ({ page, examination }, use, info) => {
    let hasCrashed = false;
    page.on("crash", () => {
      hasCrashed = true;
    });
    await use(page);
    const isThere = !page.isClosed() && !hasCrashed && page.url() !== "about:blank";
    if (examination === "at-end" && isThere && info.status === info.expectedStatus)
      expect(await findFaults(page), "at the story's end").toEqual([]);
  },
});
