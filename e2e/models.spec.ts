// Before a model is fetched: what this machine can be expected to do with it. And what is kept, with the way to free it.
import { expect } from "@playwright/test";
import { examine } from "./examine";
import { ask, expectReady, openReady } from "./story";
import { test } from "./test";
import { buildModelWithTemplate, buildTinyModel } from "./tiny-model";

test("measures this machine before a download, and never refuses one", async ({ page }) => {
  await openReady(page);
  await page.getByRole("button", { name: /^Models/ }).click();
  const machine = page.getByRole("region", { name: "This machine" });
  await expect(machine).toContainText(/reads memory at about [\d.,]+ GB\/s/, { timeout: 60_000 });
  const available = page.getByRole("region", { name: "Available" });
  await expect(
    available.getByText(/^(About [\d.,]+ tokens|Less than 1 token)\/s here: /).first(),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Download Jamba2 3B Q4_K_M anyway, 1.93 GB" })).toBeEnabled();
  await examine(page, "models-measured");
});

test("shows what is stored, asks the browser to keep it, and frees it [F26]", async ({ page }) => {
  await openReady(page);
  await page.evaluate(() => {
    navigator.storage.persist = async () => false; // as a browser that does not know the page yet
  });
  await ask(page, "What can you do?");
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("button", { name: "See what is stored" }).click();
  const dialog = page.getByRole("dialog", { name: "Storage" });
  await expect(dialog).toContainText(/[\d.]+ MB used of about [\d.]+ GB allowed\./);
  await expect(dialog.getByRole("region", { name: "Models" })).toContainText("Jamba Tiny Q4_K_M6.4 MB");
  const chats = dialog.getByRole("region", { name: "Chats" });
  await expect(chats).toContainText(/What can you do\?1 kB/);
  await dialog.getByRole("button", { name: "Ask the browser to keep it" }).click();
  await expect(dialog.getByText("The browser did not promise it.")).toBeVisible();
  await examine(page, "storage");
  await chats.getByRole("button", { name: "Delete What can you do?" }).click();
  await expect(chats).toContainText("None yet.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chats).toContainText("What can you do?");
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("opens a file of the user's own, and goes back to the bundled model", async ({ page }) => {
  await openReady(page);
  const current = page.getByRole("button", { name: /^Models/ });
  await current.click();
  await page.getByTestId("model-picker").setInputFiles({
    name: "toy.gguf",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(buildTinyModel(1_000_000)),
  });
  await expect(current).toHaveText(/Toy Jamba/);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.getByRole("button", { name: "Use", exact: true }).click(); // the other one is in use
  await expect(current).toHaveText(/Jamba Tiny/);
  await expectReady(page);
});

test("runs no chat template that it does not know, and says so [X5]", async ({ page }) => {
  await openReady(page);
  const welcome = page.getByRole("region", { name: "Welcome" });
  const warning = "brings its own chat format, which this app does not know and does not run";
  await expect(welcome).not.toContainText(warning);
  await page.getByRole("button", { name: /^Models/ }).click();
  await page.getByTestId("model-picker").setInputFiles({
    name: "their-own.gguf",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(buildModelWithTemplate("{% for i in range(999999999) %}<|im_end|>{% endfor %}")),
  });
  await expect(page.getByRole("button", { name: /^Models: ?Jamba of their own/ })).toBeVisible();
  const models = page.getByRole("dialog", { name: "Models" });
  const row = (name: string) => models.getByRole("listitem").filter({ hasText: name });
  await expect(row("their-own")).toContainText(warning);
  await expect(row("Jamba Tiny").first()).not.toContainText(warning);
  await examine(page, "models-unknown-template");
  await models.getByRole("button", { name: "Close" }).click();
  await expect(welcome.getByRole("note")).toContainText(warning);
  await examine(page, "welcome-unknown-template");
  await ask(page, "Hello"); // and it answers
  await expect(page.getByRole("log")).not.toContainText(warning);
});
