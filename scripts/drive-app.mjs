// Drives the built app in a headless Chromium as its user would, for tools that try or time it with any model file: opens it on
// a local server, downloads the file into the browser's storage, takes it into use, asks. For a real GPU, name its Chromium
// flags in CHROME_GPU_FLAGS; PLAYWRIGHT_FROM names a folder with playwright-core where there is no Playwright.
import { rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumFlags, findChromium } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const LONG_MS = 300_000;
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** A browser with a profile of its own, which close() deletes. */
export async function openBrowser() {
  const require = createRequire(process.env.PLAYWRIGHT_FROM ?? import.meta.url);
  const { chromium } = require(process.env.PLAYWRIGHT_FROM ? "playwright-core" : "playwright");
  const profile = join(tmpdir(), `jamba-browser-${process.pid}-${Math.round(performance.now())}`);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    args: chromiumFlags(),
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** The app on a server of its own, with a model file beside it or none, in a new browser; `settings` as the app stores them. */
export async function openApp(gguf, settings) {
  const name = `driven-${process.pid}.gguf`;
  const link = join(dist, "models", name);
  await rm(link, { force: true });
  if (gguf) await symlink(resolve(gguf), link);
  const { server, address } = await serve({ root: dist });
  const { context, close } = await openBrowser();
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(LONG_MS);
  page.on("console", (message) => {
    if (message.type() === "error") console.log(`  page: ${message.text().slice(0, 300)}`);
  });
  page.on("pageerror", (error) => console.log(`  page: ${error.message.slice(0, 300)}`));
  await page.addInitScript((wanted) => {
    const stored = JSON.parse(localStorage.getItem("jamba-settings") ?? "{}");
    localStorage.setItem("jamba-settings", JSON.stringify({ version: 2, ...stored, ...wanted }));
  }, settings);
  return {
    page,
    address,
    modelUrl: `${address.replace(/\/$/, "")}/models/${name}`,
    close: async () => {
      await close();
      server.close();
      server.closeAllConnections();
      await rm(link, { force: true });
    },
  };
}

/** Until a model is in use and nothing is on its way. */
export async function waitReady(page) {
  await page.getByRole("button", { name: /^Models: ?\S/ }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[role="progressbar"]'));
}

/** Downloads the model from its address; its row in the list of models. */
export async function downloadModel(page, modelUrl) {
  await page.getByRole("button", { name: /^Models:/ }).click();
  await page.getByLabel("From a web address").fill(modelUrl);
  await page.getByLabel("From a web address").press("Enter");
  const row = page
    .getByRole("region", { name: "On this device" })
    .getByRole("listitem")
    .filter({ hasText: /web address/ });
  await row.waitFor();
  return row;
}

/** Takes the model of a row into use and closes the list. */
export async function takeIntoUse(page, row) {
  const use = row.getByRole("button", { name: /^Use/ });
  if (await use.count()) await use.click();
  await row.getByText("In use").waitFor();
  await page.keyboard.press("Escape");
}

/** Without the browser's editing commands, which on a machine without fonts lose all paragraphs but the last. */
async function type(page, text) {
  await page.getByRole("textbox", { name: "Message", exact: true }).evaluate((element, value) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    set.call(element, value);
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
}

export async function send(page, text) {
  await type(page, text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** All records of one of the app's IndexedDB stores; none before the app has made it. */
export function readStore(page, databaseName, storeName) {
  return page.evaluate(
    async ([name, store]) => {
      const made = await indexedDB.databases();
      if (!made.some((database) => database.name === name)) return []; // opening it would make it
      return new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      });
    },
    [databaseName, storeName],
  );
}

export const pause = () => new Promise((settle) => setTimeout(settle, 10));

/** The app's records of the answers that have ended. */
export const listAnswers = async (page) =>
  (await readStore(page, "jamba-messages", "messages")).filter(
    ({ role, status, stats }) => role === "assistant" && stats && status !== "streaming",
  );

/** The record of the answer that `begin` asks for, once it has ended. */
export async function measureAnswer(page, begin) {
  const earlier = new Set((await listAnswers(page)).map(({ id }) => id));
  await begin();
  for (;;) {
    const answer = (await listAnswers(page)).find(({ id }) => !earlier.has(id));
    if (answer) return answer;
    await pause();
  }
}

/** A paste of a text so long that the app makes a document of it. */
export async function paste(page, text) {
  await page.getByRole("textbox", { name: "Message", exact: true }).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
