// What happens to an answer when the GPU, the worker or the tab with the model goes away under it: it goes on, word by word as if
// nothing had been. The real GPU process is crashed, by the browser's own means.
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { examine, findFaults } from "./examine";
import {
  ANSWER_TIMEOUT_MS,
  expectReady,
  messageBox,
  messages,
  openReady,
  sendButton,
  stopButton,
} from "./story";
import { test } from "./test";

/** The tiny model repeats it, slowly enough to be interrupted. */
const QUESTION =
  "Repeat this: one two three four five six seven eight nine ten red green blue white black grey north south east west.";

/** It comes to no end with this one, but to that of its context. */
const ENDLESS_QUESTION = QUESTION.replace(/: (.*)\.$/, ": $1 $1.");

const textOf = (page: Page): Promise<string | null> =>
  messages(page)
    .last()
    .locator(".prose")
    .textContent({ timeout: 1_000 })
    .catch(() => "");

async function askAndWaitForWords(page: Page): Promise<void> {
  await messageBox(page).fill(QUESTION);
  await sendButton(page).click();
  await expectWords(page);
}

async function expectWords(page: Page): Promise<void> {
  await expect(stopButton(page)).toBeVisible(); // or the words would be those of the answer before
  await expect.poll(() => textOf(page), { timeout: ANSWER_TIMEOUT_MS, intervals: [20] }).toMatch(/\S+\s+\S/);
}

/** Its figures may be missing: nobody has timed what came before a crash. */
async function expectEnd(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Regenerate" }).last()).toBeEnabled({
    timeout: ANSWER_TIMEOUT_MS,
  });
  await expect(messages(page).last()).not.toContainText("Interrupted");
}

const queue = (page: Page) => page.getByRole("region", { name: "Queued messages" });

/** Behind the answer that is being written. */
async function queueAnother(page: Page): Promise<void> {
  await messageBox(page).fill("Repeat this: twelve.");
  await messageBox(page).press("Enter");
  await expect(queue(page).getByRole("listitem")).toHaveText(["Repeat this: twelve."]);
}

/** The one that was cut, to its end, and behind it the one to the question that was queued. */
async function expectBothAnswers(page: Page): Promise<void> {
  await expect(messages(page)).toHaveCount(4, { timeout: ANSWER_TIMEOUT_MS });
  await expect(messages(page).nth(1)).toContainText("west");
  await expect(messages(page).nth(1)).not.toContainText("Interrupted");
  await expect(messages(page).nth(2)).toContainText("Repeat this: twelve.");
  await expect(queue(page)).toHaveCount(0);
  await expectEnd(page);
}

async function crashGpu(page: Page): Promise<void> {
  const client = await page.context().browser()?.newBrowserCDPSession();
  void client?.send("Browser.crashGpuProcess").catch(() => undefined); // nobody is there to answer
}

test("goes on with an answer after the GPU process has crashed, and by a reload, before a queued question, when it crashes again [F35, F36, F45]", async ({
  page,
}) => {
  await openReady(page);
  await askAndWaitForWords(page);
  await crashGpu(page);
  await expect(page.getByText("The graphics driver restarted. The model is loaded again")).toBeVisible();
  await expectEnd(page);
  const interrupted = await textOf(page);
  await expect(messages(page)).toHaveCount(2);

  await page.getByRole("button", { name: "Regenerate" }).click();
  await expectWords(page);
  const client = await page.context().newCDPSession(page);
  for (const state of ["frozen", "active"] as const)
    await client.send("Page.setWebLifecycleState", { state });
  await expectEnd(page);
  expect(await textOf(page)).toBe(interrupted); // as it comes when nothing is lost

  await page.getByRole("button", { name: "Regenerate" }).click();
  await expectWords(page);
  await queueAnother(page);
  await crashGpu(page);
  const notice = page.getByRole("alert").filter({ hasText: "The graphics driver stopped again" });
  await expect(notice).toContainText("Everything is saved");
  await examine(page, "device-lost-again");
  await page.reload(); // the page's own reload would bring no GPU back
  await expectBothAnswers(page);
  await expect(messages(page).nth(1).locator(".prose")).toHaveText(interrupted ?? "");
});

test("goes on with an answer that a reload has cut, when told to, and then with what waited behind it", async ({
  page,
}) => {
  await openReady(page);
  await askAndWaitForWords(page);
  await queueAnother(page);
  await page.reload();
  await expectReady(page);
  await expect(queue(page)).toContainText("Not sent: the page was closed meanwhile");
  await expect(messages(page)).toHaveCount(2);
  await expect(messages(page).last()).toContainText("Interrupted");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(queue(page)).toContainText("Sent when the answer ends");
  await expectBothAnswers(page);
  await expect(messages(page).nth(1)).toContainText("one two three");
});

async function crashTab(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  const client = await page.context().newCDPSession(page);
  void client.send("Page.crash").catch(() => undefined); // nobody is there to answer
  await crashed;
}

const workersOf = (page: Page) => page.workers().filter((worker) => worker.url().includes("worker"));

async function openFollower(context: BrowserContext, leader: Page): Promise<Page> {
  const page = await context.newPage();
  await openReady(page, new URL("/", leader.url()).href);
  return page;
}

test("lets two tabs share one model, one answer at a time, and hands it on when its tab is closed [F28, F44]", async ({
  page,
  context,
}) => {
  await openReady(page);
  const other = await openFollower(context, page);
  expect(workersOf(page)).toHaveLength(1);
  expect(workersOf(other)).toHaveLength(0);

  await messageBox(other).fill(QUESTION);
  await messageBox(page).fill(QUESTION);
  await sendButton(page).click();
  await expect(stopButton(page)).toBeVisible();
  await sendButton(other).click(); // at once: a quick machine answers in two seconds
  await expect(messages(other).getByText("Waiting for the other tab's answer")).toBeVisible();
  await examine(other, "waiting-for-tab");
  await expectEnd(page);
  const expected = await textOf(page);
  await expectEnd(other);
  await other.getByRole("button", { name: "Regenerate" }).click();
  await expectWords(other);
  await page.close();
  await expect(other.getByText("The tab that ran the model was closed. This one loads it")).toBeVisible();
  await expectEnd(other);
  expect(await textOf(other)).toBe(expected);
  expect(workersOf(other)).toHaveLength(1);

  await other.getByRole("button", { name: "Regenerate" }).click();
  await expectWords(other);
  const seen = await textOf(other);
  const now = await other.evaluate(() => performance.now());
  await other.waitForFunction((before) => performance.now() - before > 1_000, now);
  const address = other.url();
  await crashTab(other);
  const reopened = await context.newPage();
  await openReady(reopened, address);
  await expect(messages(reopened).last()).toContainText(seen?.trim() ?? "");
  expect(await findFaults(reopened)).toEqual([]);
});

test.describe("beside a tab of another version", () => {
  test.use({ serviceWorkers: "block" }); // so that each page has what its own requests are given

  test("tells both, and neither works through the other; a reload waits for the answer [F28, F49]", async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    const name = /0\.1\.0 [0-9a-f]{16}/g;
    await other.route("**/assets/*.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace(name, "0.0.9 0123456789abcdef"),
      });
    });
    await openReady(page);
    await other.goto(new URL("/", page.url()).href);
    const notice = (where: Page) =>
      where.getByRole("alert").filter({ hasText: "Another tab runs another version of this app" });
    await expect(notice(other).getByRole("button", { name: "Reload the page" })).toBeVisible();
    await examine(other, "other-version");
    await expect(page.getByText("cannot use the model that runs here")).toBeVisible();

    const reloaded = page.waitForEvent("load", { timeout: ANSWER_TIMEOUT_MS });
    await messageBox(page).fill(ENDLESS_QUESTION);
    await sendButton(page).click();
    await expect(stopButton(page)).toBeVisible();
    await page.getByRole("button", { name: "Reload", exact: true }).click();
    await expect(page.getByText("The new version comes when")).toBeVisible();
    await expectWords(page); // it goes on
    await stopButton(page).click();
    await reloaded;
    await expect(messages(page).last()).toContainText(/tokens\/s/); // and was kept to its end
    await expectReady(other); // which leads now
    await expect(notice(page)).toBeVisible();

    await other.close(); // of that version there is none any more
    await expectReady(page);
    const equal = await openFollower(context, page);
    expect(workersOf(page)).toHaveLength(1);
    expect(workersOf(equal)).toHaveLength(0);
  });
});
