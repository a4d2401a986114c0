// What is written and not sent yet: kept over a reload, recalled, queued behind an answer, and quoted from one.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import {
  ANSWER_TIMEOUT_MS,
  ask,
  expectAnswer,
  expectReady,
  messageBox,
  messages,
  openReady,
  paste,
  sendButton,
  stopButton,
} from "./story";
import { test } from "./test";

const LONG_QUESTION =
  "Repeat this: The quick brown fox jumps over the lazy dog and then walks home to sleep in the warm barn near the old stone bridge.";

const attached = (page: Page) => page.getByRole("list", { name: "Attached documents" });
const queue = (page: Page) => page.getByRole("region", { name: "Queued messages" });

test("keeps the draft of each chat over a reload, and recalls what was sent", async ({ page }) => {
  await openReady(page);
  await ask(page, "What can you do?");
  await messageBox(page).fill("a draft of the first chat");
  await page.keyboard.press("Control+Shift+O");
  await expect(messageBox(page)).toHaveValue("");
  await messageBox(page).press("ArrowUp");
  await expect(messageBox(page)).toHaveValue("What can you do?"); // sent in another chat
  await messageBox(page).press("ArrowDown");
  await expect(messageBox(page)).toHaveValue("");
  await paste(page, "A line of a long text about nothing much.\n".repeat(70));
  await expect(attached(page)).toContainText(/tokens/);
  await messageBox(page).pressSequentially("written just before");
  await page.reload();
  await expect(messageBox(page)).toHaveValue("written just before");
  await expect(attached(page)).toContainText("Pasted text");

  await page.goBack(); // to the first chat
  await expect(messages(page)).toHaveCount(2);
  await expect(messageBox(page)).toHaveValue("a draft of the first chat");
  await messageBox(page).press("ArrowUp");
  await expect(messageBox(page)).toHaveValue("What can you do?");
  await messageBox(page).press("End");
  await page.keyboard.type("!");
  await expect(messageBox(page)).toHaveValue("What can you do?!");
  await messageBox(page).press("ArrowDown"); // what was typed is a draft of its own
  await expect(messageBox(page)).toHaveValue("What can you do?!");

  // The document goes while nothing that is open speaks of it.
  await page.evaluate(() => indexedDB.deleteDatabase("jamba-documents"));
  await page.goto("./");
  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: "is no longer attached" })).toBeVisible();
  await expect(messageBox(page)).toHaveValue("written just before");
  await expect(attached(page)).toHaveCount(0);
});

test("queues messages while an answer streams, holds them when it is stopped, and sends them in turn", async ({
  page,
}) => {
  await openReady(page);
  await messageBox(page).fill(LONG_QUESTION);
  await page.keyboard.press("Enter");
  await expect(messages(page).last()).toContainText("The", { timeout: ANSWER_TIMEOUT_MS });
  await messageBox(page).fill("Repeat this: one.");
  await page.keyboard.press("Enter");
  await messageBox(page).fill("Repeat this: two.");
  await page.getByRole("button", { name: "Queue this message" }).click();
  await expect(queue(page).getByRole("listitem")).toHaveCount(2);
  await expect(queue(page)).toContainText("Sent when the answer ends");
  await expect(messageBox(page)).toHaveValue("");
  await examine(page, "composer-queue");
  await page.keyboard.press("Escape");
  await expect(queue(page)).toContainText("Not sent: the answer before was stopped", { timeout: 10_000 });

  await page.reload();
  await expectReady(page);
  await expect(queue(page)).toContainText("Not sent: the page was closed meanwhile");
  await expect(messages(page)).toHaveCount(2);
  await queue(page).getByRole("button", { name: "Edit" }).last().click();
  await expect(messageBox(page)).toBeFocused();
  await expect(messageBox(page)).toHaveValue("Repeat this: two.");
  await expect(queue(page).getByRole("listitem")).toHaveCount(1);

  await queue(page).getByRole("button", { name: "Send now" }).click();
  await expect(messages(page)).toHaveCount(4);
  await expect(queue(page)).toHaveCount(0);
  await messageBox(page).press("Enter"); // goes behind the answer to the one before
  await expect(messages(page)).toHaveCount(6, { timeout: ANSWER_TIMEOUT_MS });
  await expect(messages(page).nth(4)).toContainText("Repeat this: two.");
  await expectAnswer(page);

  // One that cannot wait: the answer is broken off for it.
  await messageBox(page).fill(LONG_QUESTION);
  await sendButton(page).click();
  await expect(messages(page).nth(7)).toContainText("The", { timeout: ANSWER_TIMEOUT_MS });
  await messageBox(page).fill("Repeat this: now.");
  await page.keyboard.press("Enter");
  await queue(page).getByRole("button", { name: "Break off the answer and send now" }).click();
  await expect(messages(page)).toHaveCount(10, { timeout: ANSWER_TIMEOUT_MS });
  await expect(messages(page).nth(7)).toContainText("Stopped");
  await expect(messages(page).nth(8)).toContainText("Repeat this: now.");
  await stopButton(page).click();
});

test("quotes selected words of an answer, lists its keys, and copies the last answer", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openReady(page);
  const answer = await ask(page, "What can you do?");
  const words = answer.locator("[data-answer] p").first();
  const text = ((await words.textContent()) ?? "").trim();
  await words.selectText();
  const bar = page.getByRole("toolbar", { name: "Selected words" });
  await expect(bar.getByRole("button", { name: "Where does it say this?" })).toHaveCount(0); // no documents
  await examine(page, "composer-quote");
  await bar.getByRole("button", { name: "Quote" }).click();
  await expect(bar).toHaveCount(0);
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.type("Why?");
  await expect(messageBox(page)).toHaveValue(`> ${text}\n\nWhy?`);

  await page.keyboard.press("Control+Shift+L");
  await expect(page.getByText("Answer copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(text);
  await page.keyboard.type("?"); // a sign like any other while one writes
  await expect(messageBox(page)).toHaveValue(`> ${text}\n\nWhy??`);
  await page.keyboard.press("Control+/");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toContainText("Copy the last answer");
  await examine(page, "composer-shortcuts");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0); // keys are its own until it has gone
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
  await page.keyboard.press("Escape");
  const sidebar = page.getByRole("complementary", { name: "Sidebar" });
  await page.keyboard.press("Control+b");
  await expect(sidebar).toHaveCount(0);
  await page.reload();
  await expect(page.locator("header").getByRole("button", { name: "Settings" })).toBeVisible(); // they move there
  await expect(sidebar).toHaveCount(0);
  await page.getByRole("button", { name: "Show or hide the sidebar" }).click();
  await expect(sidebar).toBeVisible();
  await page.keyboard.press("Control+Shift+E");
  await page.keyboard.type("Abilities");
  await page.keyboard.press("Enter");
  const chats = page.getByRole("navigation", { name: "Conversations" });
  await expect(chats.getByRole("button", { name: "Abilities", exact: true })).toBeVisible();
  await page.keyboard.press("Shift+Escape");
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.press("Control+Shift+D");
  await expect(messages(page)).toHaveCount(0);
});
