// What a newcomer meets: a page that answers questions about a document, with nothing to choose or to wait for.
import { expect } from "@playwright/test";
import { hasShared } from "../scripts/shared";
import {
  ask,
  expectAnswer,
  expectReady,
  messageBox,
  openReady,
  paste,
  readHeldOutQuestions,
  sampleGreedily,
  sendButton,
} from "./story";
import { test } from "./test";

test("loads the bundled model unasked and is ready to chat", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await sampleGreedily(page);
  await page.goto("/");
  await expectReady(page);
  await messageBox(page).fill("Hello!");
  await expect(sendButton(page)).toBeEnabled();
  const answer = await ask(page, "Hello!");
  await expect(answer).toContainText("Paste a document and ask me about it.");
  await expect(answer).toContainText(/\d+ tokens · [\d.]+ tokens\/s · first token [\d.]+ s/);
  expect(problems).toEqual([]);
});

test("answers the first example with one click", async ({ page }) => {
  await openReady(page);
  await page.getByRole("button", { name: "Who leads Project Heron?" }).click();
  await expect(await expectAnswer(page)).toContainText("Tomas Lindqvist");
  await expect(page.getByRole("button", { name: /Project notes\.txt \d+ tokens/ })).toBeVisible();
});

test("answers the second example with one click", async ({ page }) => {
  await openReady(page);
  await page.getByRole("button", { name: "How much does the Calder pump cost?" }).click();
  await expect(await expectAnswer(page)).toContainText("$84.50");
});

const needsShared = hasShared ? "" : " (did not run: needs ../shared)";

test(`answers questions about pasted and attached documents it has never seen${needsShared}`, async ({
  page,
}) => {
  test.skip(!hasShared, "needs ../shared");
  const [pasted, attached] = readHeldOutQuestions(2);
  if (!pasted || !attached) throw new Error("the held-out set has no short, plain questions");
  await openReady(page);

  await paste(page, `${pasted.document}\n\n${pasted.question}`);
  await sendButton(page).click();
  await expect(await expectAnswer(page)).toContainText(pasted.value);

  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByTestId("document-picker").setInputFiles({
    name: "notes.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(attached.document),
  });
  await expect(page.getByRole("list", { name: "Attached documents" })).toContainText(/\d+ tokens · \d+ %/);
  await expect(await ask(page, attached.question)).toContainText(attached.value);
});
