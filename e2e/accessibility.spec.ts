// The main states, measured by axe in light and dark, at 320 px, and from right to left; each leaves a picture in
// test-results/screens.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { ask, openReady } from "./story";
import { test } from "./test";

async function examineStates(page: Page, name: string): Promise<void> {
  await openReady(page);
  await examine(page, `${name}-welcome`);
  await page.getByRole("button", { name: /^Models/ }).click();
  await page.getByText("More models and sizes").click();
  await examine(page, `${name}-models`);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByText("Advanced sampling").click();
  await examine(page, `${name}-settings`);
  await page.keyboard.press("Escape");
  await ask(page, "What can you do?");
  await examine(page, `${name}-conversation`);
}

test("has no accessibility fault on a wide light screen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await examineStates(page, "light");
});

test("has no accessibility fault on a dark screen of 320 px, and nothing to scroll sideways", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await examineStates(page, "narrow-dark");
  await page.getByRole("button", { name: "Conversations" }).click();
  await examine(page, "narrow-dark-drawer");
  await page.getByRole("dialog").getByRole("button", { name: "New chat" }).click();
  await expect(page.getByRole("heading", { name: "Ask about what you read" })).toBeVisible();
});

test("mirrors its layout from right to left", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openReady(page);
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await examine(page, "rtl-welcome");
  const menu = await page.getByRole("button", { name: "Conversations" }).boundingBox();
  expect(menu?.x).toBeGreaterThan(300);
});

test("keeps the chosen theme over a reload, before anything is drawn", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openReady(page);
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(28, 26, 23)");
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
