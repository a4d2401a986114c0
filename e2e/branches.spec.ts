// A conversation as a tree: versions of questions and answers, edits, the rest of a cut answer, a chat that branches off,
// deleting with Undo.
import { expect, type Locator, type Page } from "@playwright/test";
import { startBusyClock, timeOpening } from "./busy-clock";
import { buildChat, storeChats } from "./chat-records";
import { examine } from "./examine";
import { ANSWER_TIMEOUT_MS, ask, expectAnswer, expectReady, messages, openReady } from "./story";
import { test } from "./test";

const COUNTER = /read (\d+) of (\d+)/;

const action = (message: Locator, name: string): Locator =>
  message.getByRole("button", { name, exact: true });
const prose = (answer: Locator): Locator => answer.locator(".prose");
const status = (page: Page): Locator => page.getByRole("status", { name: "Status" });

async function choose(page: Page, message: Locator, name: string): Promise<void> {
  await action(message, "More").click();
  await page.getByRole("menuitem", { name }).click();
}

async function tokensRead(answer: Locator): Promise<number> {
  return Number(COUNTER.exec((await answer.getByText(COUNTER).textContent()) ?? "")?.[1]);
}

test("keeps every version of a message, and the way back to it", async ({ page }) => {
  test.setTimeout(300_000);
  const settings = JSON.stringify({ version: 1, temperature: 0, maxTokens: 12 });
  await page.addInitScript((stored) => localStorage.setItem("jamba-settings", stored), settings);
  await openReady(page);
  const [question, answer] = [messages(page).nth(0), messages(page).nth(1)];
  await ask(page, "Repeat this: The quick brown fox jumps over the lazy dog and then walks home.");
  await expect(answer).toContainText("Cut at the longest answer");
  const cut = (await prose(answer).textContent()) ?? "";

  // The rest of an answer, in its own message
  await action(answer, "Continue").click();
  await expect(prose(answer)).not.toHaveText(cut, { timeout: ANSWER_TIMEOUT_MS });
  await expectAnswer(page);
  const whole = (await prose(answer).textContent()) ?? "";
  expect(whole.startsWith(cut)).toBe(true);
  expect(await tokensRead(answer)).toBeLessThan(2);
  await expect(messages(page)).toHaveCount(2);

  // A question in other words, by the keyboard
  await action(question, "Edit message").focus();
  await page.keyboard.press("Enter");
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

  // ‹ 2/2 ›, by the keyboard; with the picker the focus stays
  await action(question, "Previous version").click();
  await expect(prose(answer)).toHaveText(whole);
  await expect(status(page)).toHaveText("Version 1 of 2");
  await page.keyboard.press("ArrowRight");
  await expect(prose(answer)).toContainText("geese");
  await page.keyboard.press("ArrowLeft");
  await expect(prose(answer)).toHaveText(whole);

  // An answer in the user's words
  await action(answer, "Edit answer").click();
  await examine(page, "answer-editor");
  await answer.getByRole("textbox", { name: "Text of the answer" }).fill("My own words");
  await answer.getByRole("button", { name: "Save" }).click();
  await expect(prose(answer)).toHaveText("My own words");
  await expect(answer).toContainText("Edited");
  await expect(answer).toContainText("Version 2 of 2");

  // Another answer to an earlier question
  await ask(page, "What can you do?");
  await expect(messages(page)).toHaveCount(4);
  await action(answer, "Regenerate").click();
  await expect(messages(page)).toHaveCount(2);
  await expect(answer).toContainText("Version 3 of 3");
  await expectAnswer(page);
  await action(answer, "Previous version").click();
  await expect(messages(page)).toHaveCount(4);

  await page.reload(); // the branch on screen is the conversation's own
  await expect(messages(page)).toHaveCount(4);
  await expect(prose(answer)).toHaveText("My own words");
  await expectReady(page);
  await examine(page, "branches");

  // From right to left on a phone: the arrows point the other way, and so do the keys
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await action(answer, "Previous version").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(answer).toContainText("Version 3 of 3");
  await page.keyboard.press("ArrowRight");
  await expect(answer).toContainText("Version 2 of 3");
  await action(answer, "More").click();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Delete with all below" })).toBeFocused();
  await examine(page, "branches-rtl");
  await page.keyboard.press("Escape");
  await expect(action(answer, "More")).toBeFocused();

  // A chat of its own, up to here
  await choose(page, answer, "Branch into a new chat");
  await expect(messages(page)).toHaveCount(2);
  await expect(prose(answer)).toHaveText("My own words");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(messages(page)).toHaveCount(4);

  // Deleted with all below, and back
  await choose(page, answer, "Delete with all below");
  await expect(messages(page)).toHaveCount(2);
  await expect(answer).toContainText("Version 1 of 2");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toHaveCount(4);
  await expect(prose(answer)).toHaveText("My own words");
  await choose(page, messages(page).nth(2), "Delete with all below");
  await expect(messages(page)).toHaveCount(2);
  await expect(answer).toBeFocused();
  await page.reload();
  await expect(messages(page)).toHaveCount(2);
  await expect(prose(answer)).toHaveText("My own words");
});

test("opens a chat of 200 messages within 200 ms", async ({ page }) => {
  await page.route("**/*.gguf", (route) => route.abort()); // nothing but the page is to be measured
  await page.goto("/");
  const titles = ["The long one", "The other one"];
  await storeChats(
    page,
    titles.map((title, index) => buildChat(`chat${index}`, title, 200)),
  );
  await page.reload();
  const conversations = page.getByRole("navigation", { name: "Conversations" });
  await conversations.getByRole("button", { name: titles[0] as string, exact: true }).waitFor();
  const busyMs = await startBusyClock(page);
  const times: number[] = [];
  for (const index of [0, 1, 0, 1]) {
    times.push(await timeOpening(page, busyMs, titles[index] as string));
    await expect(messages(page)).toHaveCount(200); // the earlier ones, meanwhile
    await expect(messages(page).last()).toContainText("Answer 100.");
    await expect(messages(page).last()).toBeInViewport();
  }
  console.info(`a chat of 200 messages opens in ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(200);
  await messages(page).last().hover();
  await page.mouse.wheel(0, -100_000);
  await expect(messages(page).first()).toBeInViewport();
});
