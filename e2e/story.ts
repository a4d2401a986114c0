// The steps that stories share: opening the app with its model ready, asking, and reading the answer.
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { sharedPath } from "../scripts/shared";

/** The software GPU reads a few dozen tokens a second. */
export const ANSWER_TIMEOUT_MS = 240_000;
const READY_TIMEOUT_MS = 120_000;

/** Greedy, so that a story ends the same way each time. */
export async function sampleGreedily(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (localStorage.getItem("jamba-settings") === null) {
      localStorage.setItem("jamba-settings", JSON.stringify({ version: 1, temperature: 0 }));
    }
  });
}

export async function openReady(page: Page, path = "/"): Promise<void> {
  await sampleGreedily(page);
  await page.goto(path);
  await expectReady(page);
}

export async function expectReady(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Models: ?Jamba/ })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: READY_TIMEOUT_MS });
  await expect(page.getByRole("alert")).toHaveCount(0);
}

export const messageBox = (page: Page): Locator => page.getByRole("textbox", { name: "Message" });
export const sendButton = (page: Page): Locator => page.getByRole("button", { name: "Send" });
export const stopButton = (page: Page): Locator => page.getByRole("button", { name: "Stop" });
export const messages = (page: Page): Locator => page.getByRole("log").getByRole("article");

/** What a paste from the clipboard does, without the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await messageBox(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (element.dispatchEvent(event)) document.execCommand("insertText", false, pasted);
  }, text);
}

/** Sends and waits until the answer has ended. */
export async function ask(page: Page, text: string): Promise<Locator> {
  const earlier = await messages(page).count();
  await messageBox(page).fill(text);
  await sendButton(page).click();
  await expect(messages(page)).toHaveCount(earlier + 2); // or the last message would be that of an earlier answer
  return expectAnswer(page);
}

export async function expectAnswer(page: Page): Promise<Locator> {
  const answer = messages(page).last();
  await expect(answer.getByText(/tokens?\/s|first token/)).toBeVisible({ timeout: ANSWER_TIMEOUT_MS });
  return answer;
}

/** The next version's service worker: every file without a hash in its name is fetched again. */
export const renewAll = (worker: string): string =>
  worker.replace(/(revision"?:\s*[`"])[0-9a-f]{32}/g, `$1${"0".repeat(32)}`);

/** Looks for another version; resolves to what becomes of its service worker. */
export function lookForUpdate(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    return new Promise((resolve) => {
      const tell = (): void => void (installing?.state === "installing" || resolve(installing?.state));
      installing?.addEventListener("statechange", tell);
      tell();
    });
  });
}

interface HeldOutCase {
  readonly set: string;
  readonly tokens: number;
  readonly messages: readonly { readonly content: string }[];
  readonly value: string;
  readonly right: boolean;
}

export interface DocumentQuestion {
  readonly document: string;
  readonly question: string;
  readonly value: string; // what the answer must hold
}

/** Short documents from the tiny model's held-out set that it answers rightly; the question is the last paragraph. */
export function readHeldOutQuestions(count: number): DocumentQuestion[] {
  const lines = readFileSync(sharedPath("models/jamba-tiny-eval.jsonl"), "utf8").trim().split("\n");
  return lines
    .map((line) => JSON.parse(line) as HeldOutCase)
    .filter(({ set, right, messages }) => set === "seen, to 300 tokens" && right && messages.length === 1)
    .map(({ messages, value, tokens }) => {
      const content = messages[0]?.content ?? "";
      const split = content.lastIndexOf("\n\n");
      const question = content.slice(split + 2);
      return {
        document: content.slice(0, split),
        question,
        value,
        tokens,
        isPlain: split > 0 && /^[A-Z].*\?$/.test(question),
      };
    })
    .filter(({ isPlain }) => isPlain)
    .sort((a, b) => a.tokens - b.tokens)
    .slice(0, count)
    .map(({ document, question, value }) => ({ document, question, value }));
}
