// Settings: what was changed is marked, kept and can be taken back, and each of them does what it says.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { ask, expectReady, messages, openReady } from "./story";
import { test } from "./test";

const LONG_QUESTION =
  "Repeat this: The quick brown fox jumps over the lazy dog and then walks home to sleep in the warm barn near the old stone bridge.";

const openSettings = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Settings" }).first().click();

const marks = (page: Page) => page.getByRole("dialog").getByText("Modified", { exact: true });

test("marks what was changed, keeps it over a reload, and takes back one or all", async ({ page }) => {
  await openReady(page);
  await openSettings(page);
  await expect(marks(page)).toHaveCount(1); // stories sample greedily
  await page.getByText("Advanced sampling").click();
  await page.getByRole("textbox", { name: "Top-k" }).fill("7");
  await page.getByRole("textbox", { name: "Paste as a document from" }).fill("-5");
  await page.getByText("Ctrl/⌘ Enter").click();
  await page.getByRole("checkbox", { name: "Show figures" }).uncheck();
  await page.getByRole("radiogroup", { name: "Motion" }).getByText("Reduced").click();
  await expect(page.getByRole("textbox", { name: "Paste as a document from" })).toHaveValue("0");
  await expect(marks(page)).toHaveCount(6);
  await examine(page, "settings-modified");

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-motion", "reduced");
  await openSettings(page);
  await page.getByText("Advanced sampling").click();
  await expect(marks(page)).toHaveCount(6);
  await page.getByRole("button", { name: "Reset Top-k" }).click();
  await expect(page.getByRole("textbox", { name: "Top-k" })).toHaveValue("40");
  await expect(marks(page)).toHaveCount(5);
  await page.getByRole("button", { name: "Reset to defaults" }).click();
  await expect(marks(page)).toHaveCount(0);
  await expect(page.locator("html")).not.toHaveAttribute("data-motion");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(marks(page)).toHaveCount(5);
});

/** Pixels of the conversation below what is in sight. */
const below = (page: Page): Promise<number> =>
  page
    .getByRole("log")
    .locator("..")
    .evaluate(({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop);

test("follows an answer that is written, unless it is told not to", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await openReady(page);
  await ask(page, LONG_QUESTION);
  expect(await below(page)).toBeLessThan(5);
  await openSettings(page);
  await page.getByRole("checkbox", { name: "Follow the answer" }).uncheck();
  await page.getByRole("button", { name: "Done" }).click();
  await ask(page, LONG_QUESTION);
  expect(await below(page)).toBeGreaterThan(40);
});

test("calculates in full precision once the model is loaded again, and hides figures", async ({ page }) => {
  await openReady(page);
  await openSettings(page);
  const held = page.getByText("The loaded model calculates in 32 bits.");
  await expect(held).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Precise arithmetic" }).check();
  await page.getByRole("button", { name: "Load again in full precision" }).click();
  await expect(held).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Load again in full precision" })).toHaveCount(0);
  await examine(page, "settings-precise");
  await page.getByRole("button", { name: "Done" }).click();
  await expectReady(page);
  const answer = await ask(page, "What can you do?");
  await expect(answer).toContainText(/tokens?\/s/);
  await openSettings(page);
  await page.getByRole("checkbox", { name: "Show figures" }).uncheck();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(answer).not.toContainText(/tokens?\/s/);
  await expect(answer.getByRole("button", { name: "Copy answer" })).toBeVisible();
  await expect(messages(page)).toHaveCount(2);
});
