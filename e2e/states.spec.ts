// What has been read is not read again: not for another answer, not for the next question, not after a reload.
import { expect, type Locator, type Page, test } from "@playwright/test";
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

/** Above the 1,024 tokens from which a text is worth saving. */
const DOCUMENT = Array.from(
  { length: 66 },
  (_, day) => `On day ${day + 1} the visitors came to room ${200 + day}.`,
).join("\n");

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

test("reads a document once, for every question and after a reload", async ({ page }) => {
  test.setTimeout(8 * ANSWER_TIMEOUT_MS);
  // The tiny model does not know when to end here; what it says does not matter.
  const settings = JSON.stringify({ version: 1, temperature: 0, maxTokens: 16 });
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
  expect(second.read).toBeLessThan(40);

  await page.getByRole("button", { name: "Regenerate" }).last().click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  const again = await readCount(await expectAnswer(page));
  expect(again.read).toBe(0);
  expect(again.total).toBe(second.total);

  const known = () => savedTokens(page);
  await expect.poll(known, { timeout: ANSWER_TIMEOUT_MS }).toBeGreaterThanOrEqual(again.total);
  await page.reload();
  await expectReady(page);
  const afterwards = await readCount(await ask(page, "And on day 11?"));
  expect(afterwards.read).toBeLessThan(40);
  expect(afterwards.total).toBeGreaterThan(again.total);
  await expect(messages(page)).toHaveCount(6);
});
