// The page as an app: what is shared with it or opened with it arrives, and an update waits for the end of an answer. Served from
// a folder of a static host, as many are.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { serve } from "../scripts/serve.mjs";
import { examine } from "./examine";
import { startFaultServer } from "./fault-server";
import {
  expectReady,
  lookForUpdate,
  messageBox,
  messages,
  openReady,
  renewAll,
  sampleGreedily,
  sendButton,
  stopButton,
} from "./story";
import { test } from "./test";
import { buildTinyModel } from "./tiny-model";

const folder = mkdtempSync(join(tmpdir(), "jamba-host-"));
let host: Awaited<ReturnType<typeof serve>>;
let address = "";

test.beforeAll(async () => {
  cpSync(fileURLToPath(new URL("../dist", import.meta.url)), join(folder, "apps/jamba"), { recursive: true });
  host = await serve({ root: folder, port: 8400 });
  address = `${host.address}/apps/jamba/`;
});

test.afterAll(async () => {
  host.server.closeAllConnections();
  await new Promise((resolve) => host.server.close(resolve));
  rmSync(folder, { recursive: true });
});

const attached = (page: Page) => page.getByRole("list", { name: "Attached documents" });

const isControlled = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller !== null;
  });

test("takes what other apps share, under a folder and offline, and says when an update waits [F48, F49]", async ({
  page,
  context,
}) => {
  await openReady(page, address);
  await expect.poll(() => isControlled(page)).toBe(true);

  await context.setOffline(true);
  // As the browser posts it; a form of the page itself may be sent nowhere.
  await page.evaluate(async () => {
    const body = new FormData();
    body.set("text", "Who leads it?");
    body.append(
      "files",
      new File(["Project Wren is led by Ada Quill."], "wren – נוצה.txt", { type: "text/plain" }),
    );
    const { type } = await fetch("./share-target", { method: "POST", body, redirect: "manual" });
    if (type === "opaqueredirect") location.href = "./?open=shared"; // where a navigation would be sent
  });
  await expect(attached(page)).toContainText(/wren – נוצה\.txt.*\d+ tokens/s);
  await expect(messageBox(page)).toHaveValue("Who leads it?");
  expect(page.url()).toBe(address);
  await expectReady(page);
  await examine(page, "install-shared");
  await context.setOffline(false);

  appendFileSync(join(folder, "apps/jamba/sw.js"), "\n// the next version\n");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText("A new version is here.")).toBeVisible();
  await sendButton(page).click();
  await expect(stopButton(page)).toBeVisible();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Reload" }).click();
  await reloaded;
  await expectReady(page);
  await expect(messages(page)).toHaveCount(2);
  await expect(messages(page).last()).toContainText(/tokens\/s/); // it had come to its end
  await expect(messages(page).last()).not.toContainText("Interrupted");
});

test("opens files and the entries of its icon's menu", async ({ page }) => {
  await sampleGreedily(page);
  await page.addInitScript(() => {
    const queue = { setConsumer: (consumer: unknown) => Object.assign(window, { openWithApp: consumer }) };
    Object.defineProperty(window, "launchQueue", { value: queue });
  });
  await page.goto(`${address}?open=library`);
  await expect(page.getByRole("dialog", { name: "Documents" })).toBeVisible();
  expect(page.url()).toBe(address);
  await page.keyboard.press("Escape");
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle("opened.md", { create: true });
    const writable = await handle.createWritable();
    await writable.write("# Opened\nThe key is under the mat.");
    await writable.close();
    const { openWithApp } = window as unknown as { openWithApp(launch: unknown): void };
    openWithApp({ files: [handle] });
  });
  await expect(attached(page)).toContainText("opened.md");
});

test("asks the browser to install the app when the user does", async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Documents", exact: true }).first()).toBeVisible();
  const install = page.getByRole("button", { name: "Install as an app" });
  await expect(install).toHaveCount(0);
  await page.evaluate(() => {
    const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: async () => Object.assign(document.body.dataset, { asked: "yes" }),
    });
    window.dispatchEvent(event);
  });
  await page.setViewportSize({ width: 360, height: 740 }); // a phone, where it matters most
  await expect(install).toBeHidden();
  await page.getByRole("button", { name: "Conversations" }).click();
  await install.click();
  await expect(page.locator("body[data-asked=yes]")).toBeVisible();
  await expect(install).toHaveCount(0);
});

test("keeps the version it has when a file of the next one is missing, or not what was built [F50] [X9]", async ({
  page,
}) => {
  await page.goto(address);
  await expect.poll(() => isControlled(page)).toBe(true);
  const app = join(folder, "apps/jamba");
  const worker = readFileSync(join(app, "sw.js"), "utf8");
  const theme = readFileSync(join(app, "theme.js"), "utf8");
  const next = renewAll(worker);
  expect(next).not.toBe(worker);
  const faults = [
    () => writeFileSync(join(app, "theme.js"), `${theme}\n// altered on its way`),
    () => rmSync(join(app, "theme.js")),
  ];
  for (const [index, injectFault] of faults.entries()) {
    writeFileSync(join(app, "sw.js"), `${next}\n// ${index}`);
    injectFault();
    expect(await lookForUpdate(page)).toBe("redundant");
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    expect(await page.evaluate(async () => (await fetch("./theme.js")).text())).toBe(theme);
  }
  writeFileSync(join(app, "sw.js"), worker);
  writeFileSync(join(app, "theme.js"), theme);
});

test("works while its service worker is stopped or gone, and has it again [F52]", async ({
  page,
  context,
}) => {
  await page.goto(address);
  await expect.poll(() => isControlled(page)).toBe(true);
  const isThere = () => expect(messageBox(page)).toBeVisible();
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
  await page.reload();
  await isThere();
  expect(await isControlled(page)).toBe(true);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister());
  await page.reload();
  await isThere();
  await expect.poll(() => isControlled(page)).toBe(true);
});

test("leaves a download to its end before a new version comes [F49]", async ({ page }) => {
  const models = await startFaultServer();
  const model = buildTinyModel(1_000_000);
  models.serve("toy.gguf", { byteLength: model.byteLength, seed: 1, bytesPerSecond: 3_000_000 }, model);
  await openReady(page, address);
  await page.getByRole("button", { name: /^Models:/ }).click();
  const from = page.getByLabel("From a web address");
  await from.fill(`${models.url}/files/toy.gguf`);
  await from.press("Enter");
  await expect.poll(() => models.requests("toy.gguf").length).toBeGreaterThan(0);
  appendFileSync(join(folder, "apps/jamba/sw.js"), "\n// a version that comes during a download\n");
  expect(await lookForUpdate(page)).toBe("installed");
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Reload", exact: true }).click();
  await expect(page.getByText("The new version comes when what is going on is done.")).toBeVisible();
  await loaded;
  await expect(page.getByRole("button", { name: /^Models:/ })).toHaveText(/Toy Jamba/);
  const ranges = models.requests("toy.gguf").map(({ range }) => range);
  expect(ranges).toEqual([...new Set(ranges)]); // nothing was asked for twice
  await models.close();
});
