// A conversation as a tree: versions of questions and answers, edits, the rest of a cut answer, a chat that branches off,
// deleting with Undo.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { examine } from "./examine";
import { ask, expectAnswer, messages, openReady } from "./story";

const action = (message: Locator, name: string): Locator =>
  message.getByRole("button", { name, exact: true });

async function choose(page: Page, message: Locator, name: string): Promise<void> {
  await action(message, "More").click();
  await page.getByRole("menuitem", { name }).click();
}

test("keeps every version of a message, and the way back to it", async ({ page }) => {
  test.setTimeout(300_000);
  const settings = JSON.stringify({ version: 1, temperature: 0, maxTokens: 12 });
  await page.addInitScript((stored) => localStorage.setItem("jamba-settings", stored), settings);
  await openReady(page);
  const [question, answer] = [messages(page).nth(0), messages(page).nth(1)];
  await ask(page, "Repeat this: the old stone bridge by the mill.");
  const first = (await answer.locator(".prose").textContent()) ?? "";

  // A question in other words
  await question.hover();
  await action(question, "Edit message").click();
  const box = question.getByRole("textbox", { name: "Text of the message" });
  await expect(box).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(action(question, "Edit message")).toBeFocused();
  await page.keyboard.press("Enter");
  await box.fill("Repeat this: nine grey geese.");
  await page.keyboard.press("Control+Enter");
  await expect(question).toContainText("nine grey geese");
  await expect(action(question, "Edit message")).toBeFocused();
  await expectAnswer(page);
  await expect(messages(page)).toHaveCount(2);

  // ‹ 2/2 ›, by the keyboard
  await action(question, "Previous version").click();
  await expect(question).toContainText("old stone bridge");
  await expect(answer.locator(".prose")).toHaveText(first);
  await expect(page.getByRole("status", { name: "Status" })).toHaveText("Version 1 of 2");
  await page.keyboard.press("ArrowRight");
  await expect(question).toContainText("nine grey geese");
  await expect(question).toContainText("Version 2 of 2");
  await page.screenshot({ path: "test-results/screens/branches.png" });
});
