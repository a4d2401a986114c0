// What has been read is not read again: not for another answer, not for the next question, not after a reload.
import { expect, type Locator, type Page } from "@playwright/test";
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
} from "./story";
import { test } from "./test";

/** Twenty short pages; above the 1,024 tokens from which a text is worth saving. */
const DOCUMENT = Array.from({ length: 20 }, (_, page) => {
  const days = [1, 2, 3].map((day) => `On day ${3 * page + day} the visitors came to room ${200 + page}.`);
  return [`Page ${page + 1}`, ...days].join("\n");
}).join("\n\n");

/** What a question costs that asks about something read already: itself, and the markup around it. */
const QUESTION_TOKENS = 40;

const COUNTER = /read ([\d,]+) of ([\d,]+)/;

/** The counter under an answer: tokens that went through the model, of those of the prompt. */
async function readCount(answer: Locator): Promise<{ read: number; total: number }> {
  const text = (await answer.getByText(COUNTER).textContent()) ?? "";
  const [read, total] = (COUNTER.exec(text) ?? [])
    .slice(1)
    .map((figure) => Number(figure.replaceAll(",", "")));
  return { read: read as number, total: total as number };
}

/** Tokens of the longest conversation that is saved; the worker's records, as the disk has them. */
function savedTokens(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("jamba-states");
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("records").objectStore("records").getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(Math.max(0, ...reading.result.map(({ tokenCount }) => tokenCount as number)));
          };
        };
      }),
  );
}

test("reads a document once: for every question, version and branch, and after a reload", async ({
  page,
}) => {
  test.setTimeout(8 * ANSWER_TIMEOUT_MS);
  // The tiny model does not know when to end here; what it says does not matter.
  const settings = JSON.stringify({ version: 1, temperature: 0, maxTokens: 5 });
  await page.addInitScript((stored) => localStorage.setItem("jamba-settings", stored), settings);
  await openReady(page);
  await paste(page, DOCUMENT);
  await messageBox(page).fill("Which room on day 7?");
  await sendButton(page).click();
  const answer = messages(page).last();
  await expect(answer.getByText(COUNTER)).toBeVisible({ timeout: 4 * ANSWER_TIMEOUT_MS });
  const first = await readCount(answer);
  expect(first.total).toBeGreaterThan(1024);
  const second = await readCount(await ask(page, "And on day 9?"));
  expect(second.read).toBeLessThan(QUESTION_TOKENS);
  const third = await readCount(await ask(page, "On day 5?"));
  expect(third.read).toBeLessThan(QUESTION_TOKENS);

  await page.getByRole("button", { name: "Regenerate" }).last().click();
  const again = await readCount(await expectVersion(page, messages(page).last(), 2));
  expect(again.read).toBe(0);
  expect(again.total).toBe(third.total);

  const question = messages(page).nth(4);
  await question.hover();
  await question.getByRole("button", { name: "Edit message" }).click();
  await question.getByRole("textbox").fill("On day 6?");
  await question.getByRole("button", { name: "Send" }).click();
  await expect(question).toContainText("Version 2 of 2");
  const edited = await readCount(await expectAnswer(page));
  expect(edited.read).toBeLessThan(QUESTION_TOKENS);

  await question.getByRole("button", { name: "Previous version" }).click();
  await expect(question).toContainText("On day 5?");
  const branch = await readCount(await ask(page, "On day 4?"));
  // The other branch stands where this one's last question was, so that is read again.
  expect(branch.read).toBeLessThan(third.read + QUESTION_TOKENS);
  expect(branch.total).toBeGreaterThan(again.total);

  const known = () => savedTokens(page);
  await expect.poll(known, { timeout: ANSWER_TIMEOUT_MS }).toBeGreaterThanOrEqual(branch.total);
  await page.reload();
  await expectReady(page);
  await expect(messages(page)).toHaveCount(8);
  const afterwards = await readCount(await ask(page, "On day 3?"));
  expect(afterwards.read).toBeLessThan(QUESTION_TOKENS);
  expect(afterwards.total).toBeGreaterThan(branch.total);
  await expect(messages(page)).toHaveCount(10);
});

async function expectVersion(page: Page, message: Locator, number: number): Promise<Locator> {
  await expect(message).toContainText(`Version ${number} of ${number}`);
  return expectAnswer(page);
}
