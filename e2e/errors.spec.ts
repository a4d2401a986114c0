// When something is wrong: a sentence and a next step, never a blank page, and what was written stays.
import { expect } from "@playwright/test";
import {
  ANSWER_TIMEOUT_MS,
  expectAnswer,
  expectReady,
  messageBox,
  messages,
  openReady,
  sendButton,
} from "./story";
import { test } from "./test";

test("refuses a file that is no model, and goes on with the one at hand [F56]", async ({ page }) => {
  await openReady(page);
  await page.getByRole("button", { name: /^Models/ }).click();
  await page.getByTestId("model-picker").setInputFiles({
    name: "holiday.gguf",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("these bytes are no model, whatever their name says".repeat(20)),
  });
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("holiday.gguf: This file is not a model this app can run");
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toHaveCount(0);
  await page.keyboard.press("Escape");
  await messageBox(page).fill("Hello!");
  await expect(sendButton(page)).toBeEnabled();
});

test("refuses an address that is not https before asking any server", async ({ page }) => {
  await openReady(page);
  await page.getByRole("button", { name: /^Models/ }).click();
  await page.getByLabel("From a web address").fill("ftp://example.org/model.gguf");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  await expect(page.getByText("This is not an https address.")).toBeVisible();
});

test("starts the model's process again when it dies, and goes on with the answer [F43]", async ({ page }) => {
  await openReady(page);
  await messageBox(page).fill("Repeat this: one two three four five six seven eight nine ten.");
  await sendButton(page).click();
  await expect(messages(page).last()).toContainText("one", { timeout: ANSWER_TIMEOUT_MS });
  const worker = page.workers().find((candidate) => candidate.url().includes("worker"));
  await worker?.evaluate(() => self.close()).catch(() => {}); // the closing worker cannot answer
  await expect(page.getByText("The model's process stopped. It is started again")).toBeVisible({
    timeout: 5_000,
  });
  const answer = await expectAnswer(page);
  await expect(answer).toContainText("nine ten");
  await expectReady(page);
});
