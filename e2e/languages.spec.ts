// The interface in each of its languages: changed while the page is open, right to left where that is its direction.
import { expect } from "@playwright/test";
import { directionOf, languageNames, languages } from "../src/i18n/languages";
import { chatOf, storeChats } from "./chat-records";
import { examine } from "./examine";
import { messageBox, messages, openReady } from "./story";
import { test } from "./test";

test("speaks every language that it offers, without a reload", async ({ page }) => {
  await openReady(page);
  await expect(messageBox(page)).toBeVisible();
  await page.getByRole("button", { name: "Settings" }).first().click();
  const choice = page.locator("dialog select").first();
  const seen = new Set<string>();
  for (const language of [...languages.filter((one) => one !== "en"), "en" as const]) {
    await choice.selectOption({ label: languageNames[language] });
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.locator("html")).toHaveAttribute("dir", directionOf(language));
    const title = (await page.locator("dialog h2").first().textContent()) ?? "";
    expect(title).not.toBe("");
    seen.add(title);
    await page.screenshot({ path: `test-results/screens/language-${language}-settings.png` });
    if (language === "ar" || language === "de") await examine(page, `language-${language}-settings`);
  }
  expect(seen.size).toBeGreaterThanOrEqual(7); // Arabic and English never share a word; Romance languages may
});

test("starts in the language that was chosen, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    localStorage.setItem("jamba-settings", JSON.stringify({ version: 2, language: "he", temperature: 0 }));
  });
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("textbox").last()).toBeVisible();
  await expect(page.getByText("Ask about what you read")).toHaveCount(0);
  await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 60_000 });
  await examine(page, "language-he-phone");
});

test("cuts a long title where it ends, though the page runs the other way", async ({ page }) => {
  const settings = JSON.stringify({ version: 2, language: "ar", temperature: 0 });
  await page.addInitScript((stored) => localStorage.setItem("jamba-settings", stored), settings);
  await page.goto("/");
  const title = "Foxes, and how heavy each of them is when it has eaten well";
  await storeChats(page, [chatOf("foxes", title, ["How heavy?", "Heavy."])]);
  await page.reload();
  const row = page.getByRole("navigation").getByRole("button", { name: title, exact: true });
  await expect(row).toBeVisible();
  const beyond = await row.evaluate((button) => {
    const text = document.createTreeWalker(button, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const range = new Range();
    range.setStart(text, 0);
    range.setEnd(text, "Foxes".length);
    const { left, right } = range.getBoundingClientRect();
    const box = button.getBoundingClientRect();
    return { isCut: text.length > 0 && left < box.left, isOver: right > box.right };
  });
  expect(beyond).toEqual({ isCut: false, isOver: false });
  await row.click();
  await expect(messages(page)).toHaveCount(2);
});
