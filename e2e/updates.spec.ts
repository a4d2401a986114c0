// The service worker under faults: an update that is broken is not taken, one that comes during a download waits for its end, and
// a worker that is stopped or dropped comes back. Updates during an answer: install.spec.ts.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { serve } from "../scripts/serve.mjs";
import { type FaultServer, startFaultServer } from "./fault-server";
import { expectReady, openReady } from "./story";
import { buildTinyModel } from "./tiny-model";

const folder = mkdtempSync(join(tmpdir(), "jamba-updates-"));
const script = join(folder, "sw.js");
let host: Awaited<ReturnType<typeof serve>>;
let models: FaultServer;

test.beforeAll(async () => {
  cpSync(fileURLToPath(new URL("../dist", import.meta.url)), folder, { recursive: true });
  host = await serve({ root: folder, port: 8440 });
  models = await startFaultServer();
});

test.afterAll(async () => {
  await models.close();
  host.server.closeAllConnections();
  await new Promise((resolve) => host.server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** Looks for an update; resolves to what became of the new worker when it got that far. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {}); // one that fails to install may be said here as well
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return "none";
    return new Promise<string>((resolve) => {
      const tell = () => worker.state !== "installing" && resolve(worker.state);
      worker.addEventListener("statechange", tell);
      tell();
    });
  });
}

const isControlled = (page: Page): Promise<boolean> =>
  page.evaluate(() => navigator.serviceWorker.controller !== null);
const updateNote = (page: Page) => page.getByText("A new version is here.");

test("takes no broken update, waits for a download, and comes back when it was stopped or dropped [F49, F50, F52]", async ({
  page,
  context,
}) => {
  await openReady(page, host.address);
  await expect.poll(() => isControlled(page)).toBe(true);

  // One file of the update is missing: nothing of it is taken, and this version still works without a network
  const sound = readFileSync(script, "utf8");
  const broken = sound.replace(
    "precacheAndRoute([",
    'precacheAndRoute([{url:"assets/missing.js",revision:"2"},',
  );
  expect(broken).not.toBe(sound);
  writeFileSync(script, broken);
  expect(await update(page)).toMatch(/redundant|none/);
  await expect(updateNote(page)).toHaveCount(0);
  writeFileSync(script, sound);

  // The browser has stopped the worker, as it does with idle ones
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await context.setOffline(true);
  await page.reload();
  await expectReady(page);
  await context.setOffline(false);

  // Dropped: the page works with the network and registers it again
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ask about what you read" })).toBeVisible();
  await expect.poll(() => isControlled(page)).toBe(true);

  // An update during a download: taken when the download has ended
  const model = buildTinyModel(1_000_000);
  models.serve("toy.gguf", { byteLength: model.byteLength, seed: 1, bytesPerSecond: 250_000 }, model);
  await expectReady(page);
  await page.getByRole("button", { name: /^Models:/ }).click();
  await page.getByLabel("From a web address").fill(`${models.url}/files/toy.gguf`);
  await page.getByLabel("From a web address").press("Enter");
  await expect.poll(() => models.requests("toy.gguf").length).toBeGreaterThan(0);
  appendFileSync(script, "\n// the next version\n");
  expect(await update(page)).toBe("installed");
  await expect(updateNote(page)).toBeVisible();
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Reload", exact: true }).click();
  await expect(page.getByText("The new version comes when what is going on is done.")).toBeVisible();
  await loaded;
  await expect(page.getByRole("button", { name: /^Models:/ })).toHaveText(/Toy Jamba/, { timeout: 60_000 });
  await expectReady(page);
  expect(models.requests("toy.gguf")).toHaveLength(1); // it was whole
});
