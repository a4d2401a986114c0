// Settings: what was changed is marked, kept and can be taken back, and each of them does what it says.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { passForGpu } from "./pass-for-gpu";
import { ask, expectAnswer, expectReady, messageBox, messages, openReady, paste } from "./story";
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

test("keeps what is typed when the dialog or the page is closed over it", async ({ page }) => {
  const prompt = page.getByRole("textbox", { name: "Instructions" });
  const longest = page.getByRole("textbox", { name: "Longest answer" });
  await openReady(page);
  await openSettings(page);
  await longest.fill("300");
  await page.mouse.click(2, 2); // beside the dialog
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openSettings(page);
  await expect(longest).toHaveValue("300");
  await prompt.fill("Be short.");
  await longest.selectText();
  await page.keyboard.type("1.5e2"); // nothing of it is taken away before it is whole
  await expect(longest).toHaveValue("1.5e2");
  await page.reload();
  await openSettings(page);
  await expect(longest).toHaveValue("150");
  await expect(prompt).toHaveValue("Be short.");
  await longest.fill("9");
  await longest.press("Enter");
  await expect(longest).toHaveValue("16");
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

const DOCUMENT = `Project Larkspur is led by Mira Halvorsen. It starts on 3 March 2027 and has a budget of 48,200 euros. The deadline for Project Larkspur is 30 November 2027.

The Verano pump costs $48.20 and weighs 3.5 kg. It is made of stainless steel. The model number of the Verano pump is VP-7781.`;

test("guesses ahead in an answer that copies from a document, which stays the same", async ({
  page,
  context,
}) => {
  test.setTimeout(600_000); // kernels for GPUs are slow on a software one
  await passForGpu(context);
  const settings = JSON.stringify({ version: 1, temperature: 0, isPrecise: true }); // in f32, which takes a quarter of the time
  await page.addInitScript((stored) => localStorage.setItem("jamba-settings", stored), settings);
  await openReady(page);
  const choose = async (isOn: boolean): Promise<void> => {
    await openSettings(page);
    await page.getByRole("textbox", { name: "Paste as a document from" }).fill("100");
    await page.getByRole("checkbox", { name: "Guess ahead" }).setChecked(isOn);
    await page.getByRole("button", { name: "Done" }).click();
  };
  await choose(false);
  await messageBox(page).focus();
  await paste(page, DOCUMENT);
  const plain = await ask(page, "Who leads Project Larkspur?");
  const sentence = "Project Larkspur is led by Mira Halvorsen.";
  await expect(plain).toContainText(sentence);
  await expect(plain).not.toContainText("guessed");

  await choose(true);
  const guessed = messages(page)
    .last()
    .getByText(/guessed [1-9]\d* of \d+/);
  await expect(async () => {
    await page.getByRole("button", { name: "Regenerate" }).click(); // the first one only prepares guessing
    await expect(await expectAnswer(page)).toContainText(sentence);
    await expect(guessed).toBeVisible({ timeout: 1 });
  }).toPass();
  await examine(page, "settings-guessed");
});
