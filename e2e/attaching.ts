// What stories of documents share: where documents are on the page, and how they come there.
import type { Locator, Page } from "@playwright/test";
import type { StoryFile } from "./document-files";

export const attached = (page: Page): Locator => page.getByRole("list", { name: "Attached documents" });
export const library = (page: Page): Locator => page.getByRole("list", { name: "Library" });
export const dialog = (page: Page, name: string): Locator => page.getByRole("dialog", { name });

export async function attach(page: Page, ...files: readonly StoryFile[]): Promise<void> {
  await page.getByTestId("document-picker").setInputFiles([...files]);
}

export async function openLibrary(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 640)
    await page.getByRole("button", { name: "Conversations" }).click();
  await page.getByRole("button", { name: "Documents", exact: true }).first().click();
}
