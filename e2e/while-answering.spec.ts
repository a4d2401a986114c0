// What a user does while an answer is written: goes to another chat, deletes the one that is answered, loads the model anew, edits
// what stands above it, stops it. No word of it comes up anywhere else.
import { expect, type Locator, type Page } from "@playwright/test";
import {
  ANSWER_TIMEOUT_MS,
  ask,
  expectAnswer,
  expectReady,
  messageBox,
  messages,
  openReady,
  sendButton,
  stopButton,
} from "./story";
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

test("editing and stopping while it answers brings no word into another version [F46]", async ({ page }) => {
  test.setTimeout(240_000);
  await openReady(page);
  await ask(page, "Hello!");
  const [greeting, question, answer] = [1, 2, 3].map((index) => messages(page).nth(index));
  if (!greeting || !question || !answer) throw new Error("there are three");
  const act = async (message: Locator, name: string): Promise<void> => {
    await message.hover();
    await message.getByRole("button", { name, exact: true }).click();
  };

  // An earlier answer in other words is a branch of its own, in which nothing is being written
  await act(greeting, "Edit answer");
  await greeting.getByRole("textbox", { name: "Text of the answer" }).fill("My own words");
  await beginAnswer(page);
  await greeting.getByRole("button", { name: "Save" }).click();
  await expect(messages(page)).toHaveCount(2);
  await expect(page.getByRole("log")).not.toContainText("quick");
  await act(greeting, "Previous version"); // where it is still written
  await expect(messages(page)).toHaveCount(4);
  await expect(answer).toContainText("The quick");

  // Stopped: what was there stays
  await stopButton(page).click();
  await expect(answer).toContainText("Stopped");
  const kept = await answer.locator(".prose").textContent();

  // A question's other text waits until the model is free, and then has its own answer only
  await act(answer, "Regenerate");
  await expect(stopButton(page)).toBeVisible();
  await act(question, "Edit message");
  const editor = question.getByRole("textbox", { name: "Text of the message" });
  await editor.fill("Hello!");
  await expect(question.getByRole("button", { name: "Send" })).toBeDisabled();
  await editor.press("Control+Enter");
  await expect(editor).toHaveValue("Hello!");
  await expect(messages(page)).toHaveCount(4);
  await stopButton(page).click();
  await question.getByRole("button", { name: "Send" }).click();
  await expect(answer).not.toContainText("quick");
  await expect(await expectAnswer(page)).toContainText("Paste a document and ask me about it.");
  await act(question, "Previous version");
  await act(answer, "Previous version");
  await expect(answer.locator(".prose")).toHaveText(kept ?? "");
  await act(greeting, "Next version");
  await expect(messages(page)).toHaveCount(2);
  await page.reload();
  await expect(messages(page)).toHaveCount(2);
  await expect(greeting).toContainText("My own words");
  await expect(page.getByRole("log")).not.toContainText("quick");
});
