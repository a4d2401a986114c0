// The stories' `test`: each ends with what axe finds in the page as it then is, unless it says `isExamined: false`.
import { test as base, expect } from "@playwright/test";
import { findFaults } from "./examine";

export const test = base.extend<{ isExamined: boolean }>({
  isExamined: [true, { option: true }],
  page: async ({ page, isExamined }, use, info) => {
    let hasCrashed = false;
    page.on("crash", () => {
      hasCrashed = true;
    });
    await use(page);
    const isThere = isExamined && !page.isClosed() && !hasCrashed && page.url() !== "about:blank";
    if (isThere && info.status === info.expectedStatus)
      expect(await findFaults(page), "at the story's end").toEqual([]);
  },
});
