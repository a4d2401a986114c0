// What the browser does to a page's storage: no room, cleared, upgraded by a later version, partly gone. The chat on screen stays,
// the page says what happened, and what was stored comes back.
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { type Chat, chatOf, storeChats } from "./chat-records";
import { examine } from "./examine";
import { expectReady, messages, openReady, paste } from "./story";
import { test } from "./test";

const bridge = chatOf("a", "Bridge plans", ["Who leads it?", "Dana Levi leads the bridge project."]);
/** Browsers count compressed bytes. */
const incompressible = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(33 + Math.floor(Math.random() * 94))).join("");

/** Takes what room is left, to ten kilobytes. */
function fillStorage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("filling");
      opening.onupgradeneeded = () => opening.result.createObjectStore("filling", { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
    });
    database.onversionchange = () => database.close();
    const fits = (byteLength: number): Promise<boolean> =>
      new Promise((resolve) => {
        const bytes = new Uint8Array(byteLength);
        for (let i = 0; i < byteLength; i += 65_536) crypto.getRandomValues(bytes.subarray(i, i + 65_536));
        const transaction = database.transaction("filling", "readwrite");
        transaction.objectStore("filling").add(bytes);
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    for (const byteLength of [300_000, 60_000, 10_000]) while (await fits(byteLength));
  });
}

async function openChat(page: Page, { conversation }: Chat): Promise<void> {
  await page.goto("/");
  await storeChats(page, [bridge]);
  await page.goto(`/?#chat=${conversation.id}`);
  await page.reload();
  await expect(messages(page)).toHaveCount(2);
}

/** Needs no model: the answer in the user's words, as a version of its own. */
async function rewriteAnswer(page: Page, text: string): Promise<void> {
  const answer = messages(page).last();
  await answer.getByRole("button", { name: "Edit answer" }).click();
  await answer.getByRole("textbox", { name: "Text of the answer" }).fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(answer).toContainText(text.slice(0, 20));
}

const notice = (page: Page, title: string) => page.getByRole("alert").filter({ hasText: title });

async function exportChat(page: Page, title: string): Promise<string> {
  const saving = page.waitForEvent("download");
  await notice(page, title).getByRole("button", { name: "Export this chat" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("Bridge plans.json");
  return readFile(await saved.path(), "utf8");
}

test("a chat that cannot be stored stays and can be exported, until there is room, or a later version [F19, F22, F51]", async ({
  browser,
  baseURL,
}) => {
  // Without the app's own files and model in storage there is room for a chat and no more. Chromium goes by the quota of half a
  // minute ago where that was larger, so it is small from the beginning.
  const context = await browser.newContext({ serviceWorkers: "block", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.route("**/*.gguf", (route) => route.abort());
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1_500_000 });
  await openChat(page, bridge);
  await fillStorage(page);
  const long = `Kept in spite of all: ${incompressible(30_000)}`;
  await rewriteAnswer(page, long);
  const unsaved = "This conversation is not being saved";
  await expect(notice(page, unsaved)).toBeVisible();
  await notice(page, unsaved).getByRole("button", { name: "Save again" }).click();
  await expect(notice(page, unsaved)).toBeVisible();
  await examine(page, "storage-refused");
  expect(await exportChat(page, unsaved)).toContain(JSON.stringify(long).slice(1, -1));
  await page.evaluate(() => {
    indexedDB.deleteDatabase("filling");
  });
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await expect(notice(page, unsaved)).toHaveCount(0); // by itself
  await page.reload();
  await expect(messages(page).last()).toContainText("Kept in spite of all");

  // A later version of the app in another tab
  const other = await context.newPage();
  await other.goto("/manifest.webmanifest");
  await other.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("jamba-messages", 99);
        opening.onsuccess = () => resolve(opening.result.close());
        opening.onerror = () => reject(opening.error);
      }),
  );
  await rewriteAnswer(page, "Of a page that is too old");
  const tooOld = "A newer version has been here";
  await expect(notice(page, tooOld).getByRole("button", { name: "Reload the page" })).toBeVisible();
  expect(await exportChat(page, tooOld)).toContain("Of a page that is too old");
  const kept = await other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        indexedDB.open("jamba-messages").onsuccess = ({ target }) => {
          const { result: database } = target as IDBOpenDBRequest;
          const reading = database.transaction("messages").objectStore("messages").getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(`${database.version} ${JSON.stringify(reading.result)}`);
          };
        };
      }),
  );
  expect(kept).toMatch(/^99 /);
  expect(kept).toContain("Dana Levi leads");
  expect(kept).not.toContain("too old");
  await other.evaluate(() => {
    indexedDB.deleteDatabase("jamba-messages");
  });
  await context.close();
});

test("cleared site data is noticed: the chat on screen can be exported, and the page starts anew [F20]", async ({
  page,
  context,
  baseURL,
}) => {
  await openChat(page, bridge);
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  const removed = "This site’s data was removed";
  await expect(notice(page, removed)).toBeVisible();
  await rewriteAnswer(page, "Written after that");
  await expect(notice(page, removed)).toBeVisible(); // though this was stored
  await examine(page, "storage-removed");
  const file = await exportChat(page, removed);
  expect(file).toContain("Dana Levi leads the bridge project.");
  expect(file).toContain("Written after that");
  await notice(page, removed).getByRole("button", { name: "Reload the page" }).click();
  await expectReady(page); // the bundled model came anew
});

test("chats without a model and a model without chats are taken as they are, and huge text as well [F30, F54]", async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const removeDatabases = (names: readonly string[]) =>
    page.evaluate(async (wanted) => {
      for (const name of wanted) {
        await new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = resolve;
          deleting.onblocked = reject;
        });
      }
    }, names);
  await openReady(page);
  const hostile = chatOf("b", "Marks", [
    `e${"\u0301".repeat(100_000)}`,
    "\u202eturned\u202c \ud83d \0 and <b>not bold</b>",
  ]);
  await storeChats(page, [bridge, hostile]);
  await removeDatabases(["jamba-models", "jamba-model-chunks"]);
  await page.evaluate(() => {
    localStorage.setItem("jamba-settings", JSON.stringify({ version: 1, preferredModelId: "gone" }));
  });
  fetched.length = 0;
  await page.goto("/?#chat=a");
  await page.reload();
  await expect(messages(page).last()).toContainText("Dana Levi leads");
  await expect(page.getByRole("button", { name: "Open Models" })).toBeVisible(); // the chosen model is gone, and it is said
  await expect(page.getByText(bridge.conversation.title).first()).toBeVisible();
  await expectReady(page);
  expect(fetched.filter((path) => path.endsWith(".gguf"))).not.toEqual([]);

  await page.getByRole("button", { name: "Marks", exact: true }).click();
  await expect(messages(page).last()).toContainText("and <b>not bold</b>");
  await paste(page, "A line of a very long text.\n".repeat(200_000));
  await expect(page.getByRole("list", { name: "Attached documents" })).toContainText("Pasted text");

  await removeDatabases(["jamba-conversations", "jamba-messages"]);
  fetched.length = 0;
  await page.goto("/");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ask about what you read" })).toBeVisible();
  await expectReady(page);
  expect(fetched.filter((path) => path.endsWith(".gguf"))).toEqual([]);
});
