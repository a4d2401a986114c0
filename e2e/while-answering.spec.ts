// What a user does while an answer is written: goes to another chat, deletes the one that is answered, loads the model anew. No
// word of it comes up anywhere else.
import { expect, type Page } from "@playwright/test";
import { ANSWER_TIMEOUT_MS, ask, expectReady, messageBox, messages, openReady, sendButton } from "./story";
import { test } from "./test";

const LONG_QUESTION =
  "Repeat this: The quick brown fox jumps over the lazy dog and then walks home to sleep in the warm barn near the old stone bridge.";

const newChat = (page: Page) => page.getByRole("button", { name: "New chat" }).first().click();
const chats = (page: Page) => page.getByRole("navigation", { name: "Conversations" });

/** Until the answer to a new question has words. */
async function beginAnswer(page: Page): Promise<void> {
  await messageBox(page).fill(LONG_QUESTION);
  await sendButton(page).click();
  await expect(messages(page).last()).toContainText("The quick", { timeout: ANSWER_TIMEOUT_MS });
}

test("leaving, deleting and loading while it answers brings no word into another chat [F46]", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openReady(page);
  await beginAnswer(page);

  // Another chat while it answers: the words stay where they belong
  await newChat(page);
  await expect(messages(page)).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("quick");
  await chats(page)
    .getByRole("button", { name: /^Repeat this/ })
    .click();
  await expect(messages(page)).toHaveCount(2);

  // Deleted while it answers: stopped, and the next chat has its own answer only
  await chats(page)
    .getByRole("button", { name: /^Delete Repeat this/ })
    .click();
  await expect(messages(page)).toHaveCount(0);
  await expect(await ask(page, "Hello!")).toContainText("Paste a document and ask me about it.");
  await expect(messages(page)).toHaveCount(2);
  await expect(page.getByRole("main")).not.toContainText("quick");
  await expect(chats(page).getByRole("button", { name: /^Repeat this/ })).toHaveCount(0);

  // The model loaded anew while it answers: the answer ends as one that was stopped, and no more is added to it
  await newChat(page);
  await beginAnswer(page);
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("checkbox", { name: "Precise arithmetic" }).check();
  await page.getByRole("button", { name: "Load again in full precision" }).click();
  await expect(page.getByText("The loaded model calculates in 32 bits.")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Done" }).click();
  await expectReady(page);
  await expect(messages(page).last()).toContainText("Stopped");
  await expect(messages(page).last()).not.toContainText("stone bridge");
  await chats(page)
    .getByRole("button", { name: /^Hello/ })
    .click();
  await expect(messages(page)).toHaveCount(2);
  await expect(page.getByRole("main")).not.toContainText("quick");
  await page.reload();
  await expect(messages(page)).toHaveCount(2);
  await expect(page.getByRole("main")).not.toContainText("quick");
});
