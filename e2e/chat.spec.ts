// Conversations: stopping, coming back, deleting, and what an interruption leaves behind.
import { expect } from "@playwright/test";
import { expectReady, messageBox, messages, openReady, sendButton, stopButton } from "./story";
import { test } from "./test";

const LONG_QUESTION =
  "Repeat this: The quick brown fox jumps over the lazy dog and then walks home to sleep in the warm barn near the old stone bridge.";

test("stops an answer, keeps what had come, and finds the conversation after a reload", async ({ page }) => {
  await openReady(page);
  await messageBox(page).fill(LONG_QUESTION);
  await sendButton(page).click();
  const answer = messages(page).last();
  await expect(answer).toContainText("The quick", { timeout: 120_000 });
  await messageBox(page).fill("the next question, written meanwhile");
  await stopButton(page).click();
  await expect(answer).toContainText("Stopped", { timeout: 10_000 });
  await expect(answer).not.toContainText("stone bridge");
  await expect(messageBox(page)).toHaveValue("the next question, written meanwhile");
  await expect(sendButton(page)).toBeEnabled();

  await page.reload();
  await expect(messages(page)).toHaveCount(2);
  await expect(messages(page).first()).toContainText(LONG_QUESTION);
  await expect(messages(page).last()).toContainText("The quick");
  await expect(messages(page).last()).toContainText("Stopped");

  const conversations = page.getByRole("navigation", { name: "Conversations" });
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(page.getByRole("heading", { name: "Ask about what you read" })).toBeVisible();
  await conversations.getByRole("button", { name: /^Repeat this/ }).click();
  await expect(messages(page)).toHaveCount(2);

  await conversations.getByRole("button", { name: /^Delete Repeat this/ }).click();
  await expect(conversations.getByRole("button", { name: /^Repeat this/ })).toHaveCount(0);
  await expect(messages(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toHaveCount(2);
  await conversations.getByRole("button", { name: /^Delete Repeat this/ }).click();
  await expect(messages(page)).toHaveCount(0); // what is shown as deleted is deleted
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ask about what you read" })).toBeVisible();
  await expect(conversations.getByRole("button", { name: /^Repeat this/ })).toHaveCount(0);
});

test("keeps a partial answer when the page goes away, and marks it as interrupted", async ({ page }) => {
  await openReady(page);
  await messageBox(page).fill(LONG_QUESTION);
  await page.keyboard.press("Enter");
  await expect(messages(page).last()).toContainText("The quick", { timeout: 120_000 });
  await page.reload();
  await expect(messages(page).last()).toContainText("The"); // at most the last second is lost
  await expect(messages(page).last()).toContainText("Interrupted");
  await expectReady(page);
  await expect(page.getByRole("button", { name: "Regenerate" })).toBeEnabled();
});

test("stops while it reads a long document", async ({ page }) => {
  await openReady(page);
  const document = Array.from({ length: 80 }, (_, i) => `Room ${i} has ${i + 3} chairs and a door.`).join(
    "\n",
  );
  await page.getByTestId("document-picker").setInputFiles({
    name: "rooms.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(document),
  });
  await messageBox(page).fill("How many chairs does room 7 have?");
  await sendButton(page).click();
  const answer = messages(page).last();
  await expect(answer.getByRole("progressbar", { name: "Reading the prompt" })).toBeVisible();
  await expect(answer).toContainText(/Reading… (\d+|< 1) %/);
  await stopButton(page).click();
  await expect(answer).toContainText("Stopped", { timeout: 10_000 });
});
