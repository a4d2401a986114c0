// What a newcomer meets: a page that answers questions about a document, with nothing to choose or to wait for.
import { expect, type Page, type Route } from "@playwright/test";
import { hasShared } from "../scripts/shared";
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

const queue = (page: Page) => page.getByRole("region", { name: "Queued messages" });

/** Nothing comes of the bundled model before what is returned is called. */
async function holdModel(page: Page, answer = (route: Route) => route.continue()): Promise<() => void> {
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.gguf", async (route) => {
    await isReleased;
    await answer(route).catch(() => {}); // of a page that has been reloaded meanwhile
  });
  return release;
}

test("answers an example that is clicked before the model is there, without a further click", async ({
  page,
}) => {
  await sampleGreedily(page);
  const release = await holdModel(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("button", { name: "Who leads Project Heron?" }).dblclick();
  await expect(queue(page)).toContainText("Sent when the model is ready");
  await expect(queue(page).getByRole("listitem")).toHaveText(["Who leads Project Heron?1 document"]);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(messageBox(page)).toHaveValue("");
  await examine(page, "first-visit-asked");
  release();
  await expect(await expectAnswer(page)).toContainText("Tomas Lindqvist");
  await expect(messages(page)).toHaveCount(2);
  await expect(queue(page)).toHaveCount(0);
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(page.getByRole("region", { name: "Welcome" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Attached documents" })).toHaveCount(0); // of a second click
});

test("answers what is typed and sent as soon as there is a box to type in, one question after the other", async ({
  page,
}) => {
  await sampleGreedily(page);
  await page.goto("/", { waitUntil: "commit" });
  await messageBox(page).fill("Hello!");
  await messageBox(page).press("Enter");
  await messageBox(page).fill("What can you do?");
  await messageBox(page).press("Enter");
  await expect(messageBox(page)).toHaveValue("");
  await expect(messages(page)).toHaveCount(4, { timeout: ANSWER_TIMEOUT_MS });
  await expect(messages(page).nth(0)).toContainText("Hello!");
  await expect(messages(page).nth(1)).toContainText("Paste a document and ask me about it.");
  await expect(messages(page).nth(2)).toContainText("What can you do?");
  await expectAnswer(page);
});

test("keeps a question when the model cannot be fetched, says so, and answers it once it can", async ({
  page,
}) => {
  await sampleGreedily(page);
  const release = await holdModel(page, (route) => route.fulfill({ status: 404 }));
  await page.goto("/", { waitUntil: "commit" });
  await messageBox(page).fill("Hello!");
  await messageBox(page).press("Enter");
  await expect(queue(page)).toContainText("Sent when the model is ready");
  release();
  const notice = page.getByRole("alert");
  await expect(notice).toBeVisible();
  await expect(queue(page)).toContainText("Not sent: no model is running. It is sent when one is");
  await expect(queue(page).getByRole("listitem")).toHaveText(["Hello!"]);
  await examine(page, "first-visit-failed");
  await page.unroute("**/*.gguf");
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(await expectAnswer(page)).toContainText("Paste a document and ask me about it.");
  await expect(messages(page)).toHaveCount(2);
});

test("waits for the model over a reload, too, with the options of the new chat", async ({ page }) => {
  const settings = JSON.stringify({ version: 1, temperature: 0, maxTokens: 100 }); // not trained for JSON, it finds no end
  await page.addInitScript((stored) => localStorage.setItem("jamba-settings", stored), settings);
  const release = await holdModel(page);
  await page.goto("/");
  const options = page.getByRole("button", { name: /^Chat options/ });
  await options.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Answer as JSON" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await messageBox(page).fill("Is it open?");
  await messageBox(page).press("Enter");
  await expect(queue(page)).toContainText("Sent when the model is ready");
  await expect(options).toHaveAccessibleName("Chat options: JSON");
  await page.reload();
  await expect(queue(page)).toContainText("Sent when the model is ready");
  await expect(queue(page).getByRole("listitem")).toHaveText(["Is it open?"]);
  release();
  await expect((await expectAnswer(page)).locator("pre")).toContainText('"answer"');
  await expect(messages(page)).toHaveCount(2);
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
