// The library: where documents stay, are renamed and deleted, start chats, and come from the disk.
import { expect } from "@playwright/test";
import { attach, attached, dialog, library, openLibrary } from "./attaching";
import { docxFile, epubFile } from "./document-files";
import { examine } from "./examine";
import { ask, expectReady, messages, openReady } from "./story";
import { test } from "./test";

test("keeps documents in the library, where they are renamed, deleted, and start chats", async ({ page }) => {
  await openReady(page);
  await attach(page, docxFile("plan.docx"), epubFile("ship.epub"));
  await expect(attached(page).getByRole("listitem")).toHaveCount(2);
  await ask(page, "When is the deadline?");
  await page.reload();
  await expectReady(page);
  await expect(messages(page).first()).toContainText("plan.docx");
  await openLibrary(page);
  const rows = library(page).getByRole("listitem");
  await expect(rows.filter({ hasText: "plan.docx" })).toContainText(/Word · \d+ tokens.*In 1 chat/s);
  await expect(rows.filter({ hasText: "ship.epub" })).toContainText(/EPUB · 2 parts/);
  await examine(page, "library");

  await page.getByRole("button", { name: "Rename plan.docx" }).click();
  await page.getByLabel("New name").fill("The plan");
  await page.keyboard.press("Enter");
  await expect(library(page)).toContainText("The plan");
  await page.getByRole("button", { name: "Delete ship.epub" }).click();
  await expect(rows.filter({ hasText: "ship.epub" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows.filter({ hasText: "ship.epub" })).toHaveCount(1);

  await page.getByRole("checkbox", { name: "The plan" }).check();
  await page.getByRole("checkbox", { name: "ship.epub" }).check();
  await page.getByRole("button", { name: "New chat (2)" }).click();
  await expect(messages(page)).toHaveCount(0);
  await expect(attached(page).getByRole("listitem")).toHaveCount(2);
  await expect(attached(page)).toContainText("The plan");
});

test("takes documents from the disk where the library is", async ({ page }) => {
  await openReady(page);
  await openLibrary(page);
  const panel = dialog(page, "Documents");
  await expect(panel).toContainText("Nothing yet.");
  await examine(page, "library-empty");
  const choosing = page.waitForEvent("filechooser");
  await panel.getByRole("button", { name: "Attach document" }).click();
  await (await choosing).setFiles([docxFile("plan.docx")]);
  await expect(panel).toHaveCount(0);
  await expect(attached(page)).toContainText(/plan\.docx.*\d+ tokens/s);
  await openLibrary(page);
  await expect(library(page)).toContainText("plan.docx");
});

test("says which document a chat misses, and goes on when the same file is attached again", async ({
  page,
}) => {
  await openReady(page);
  await attach(page, docxFile("plan.docx"));
  await expect(attached(page)).toContainText("plan.docx");
  await ask(page, "When is the deadline?");
  await openLibrary(page);
  await page.getByRole("button", { name: "Delete plan.docx" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Regenerate" }).click();
  await expect(page.getByRole("alert")).toContainText("“plan.docx” was deleted from the library");
  await attach(page, docxFile("plan-again.docx"));
  await expect(attached(page)).toContainText("plan-again.docx");
  await page.getByRole("button", { name: "Remove plan-again.docx" }).click();
  await page.getByRole("button", { name: "Regenerate" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Regenerate" })).toBeEnabled({ timeout: 120_000 });
});

test("moves the texts of an earlier version's messages to the library", async ({ page }) => {
  await openReady(page);
  await ask(page, "What can you do?");
  await page.evaluate(async () => {
    const open = indexedDB.open("jamba-messages");
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const store = database.transaction("messages", "readwrite").objectStore("messages");
    const all = await new Promise<{ role: string; conversationId: string; id: string }[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const question = all.find(({ role }) => role === "user");
    if (!question) throw new Error("no question was stored");
    const documents = [
      {
        id: "old",
        name: "old.txt",
        text: "The key is under the blue stone.",
        tokenCount: 9,
        isPasted: false,
      },
    ];
    await new Promise((resolve) => {
      const request = store.put({ ...question, documents }, `${question.conversationId}/${question.id}`);
      request.onsuccess = resolve;
    });
    database.close();
  });
  await page.reload();
  await expectReady(page);
  await page.getByRole("button", { name: /^old\.txt/ }).click();
  await expect(page.getByText("The key is under the blue stone.")).toBeVisible();
  await page.keyboard.press("Escape");
  await openLibrary(page);
  await expect(library(page)).toContainText("old.txt");
});
