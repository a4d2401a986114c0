// A large model over a bad line: what has arrived stays, what is damaged is mended, what cannot be is said.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { findFaults } from "./examine";
import { type FaultServer, startFaultServer } from "./fault-server";
import type { Fault } from "./faults";
import { type KillableBrowser, launchKillable } from "./killable-browser";
import { test } from "./test";
import { buildTinyModel } from "./tiny-model";

const CHUNK = 16 * 1024 * 1024;
const MODEL = buildTinyModel(60_000_000); // four chunks
const NAME = "toy";

let server: FaultServer;
let profile: string;
let browser: KillableBrowser | undefined;

test.beforeAll(async () => {
  server = await startFaultServer();
});
test.afterAll(() => server.close());
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), "jamba-e2e-"));
});
test.afterEach(async () => {
  if (browser && test.info().status === "passed") expect(await findFaults(browser.page)).toEqual([]);
  await browser?.kill();
  browser = undefined;
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

function serve(faults: readonly Fault[], bytesPerSecond?: number): void {
  const speed = bytesPerSecond === undefined ? {} : { bytesPerSecond };
  server.serve(`${NAME}.gguf`, { byteLength: MODEL.byteLength, seed: 1, faults, ...speed }, MODEL);
}

/** Chunks asked for since the log was cleared. */
function requestedChunks(): number[] {
  const starts = server
    .requests(`${NAME}.gguf`)
    .map(({ range }) => Number(/=(\d+)-/.exec(range ?? "")?.[1] ?? Number.NaN));
  return starts.map((start) => start / CHUNK).sort();
}

async function openModels(page: Page, baseURL: string | undefined): Promise<void> {
  await page.goto(baseURL ?? "");
  const button = page.getByRole("button", { name: /^Models:/ });
  await expect(button).toHaveText(/Jamba/, { timeout: 60_000 });
  await expect(button).not.toHaveText(/arriving|loading/, { timeout: 60_000 }); // one download at a time
  await button.click();
}

async function download(page: Page): Promise<void> {
  await page.getByLabel("From a web address").fill(`${server.url}/files/${NAME}.gguf`);
  await page.getByLabel("From a web address").press("Enter");
}

/** The name inside the file, and nothing that still goes on; it is behind the dialog. */
async function expectToyLoaded(page: Page): Promise<void> {
  const button = page.locator("button[title=Models]");
  await expect(button).toHaveText(/^(?!.*(arriving|loading)).*Toy Jamba/s, { timeout: 90_000 });
}

const onDevice = (page: Page) => page.getByRole("region", { name: "On this device", exact: true });

/** Indexes of the chunks that the record names as stored. */
function storedChunks(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open("jamba-models");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("records").objectStore("records").getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const record = reading.result.find(({ origin }) => origin === "url");
            const chunks: ({ isStored: boolean } | null)[] = record?.chunks ?? [];
            resolve(chunks.flatMap((chunk, index) => (chunk?.isStored ? [index] : [])));
          };
        };
      }),
  );
}

/** Changes one bit of a stored chunk, as a failing disk might. */
function flipStoredBit(page: Page, index: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open("jamba-model-chunks"));
    const open = () => database.transaction("chunks", "readwrite").objectStore("chunks");
    const keys = (await settle(open().getAllKeys())) as [string, number][];
    const key = keys.find(([id, chunk]) => id.startsWith("url-") && chunk === wanted);
    if (!key) throw new Error(`chunk ${wanted} is not there`);
    const kept: Blob = await settle(open().get(key));
    const bytes = new Uint8Array(await kept.arrayBuffer());
    bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 4;
    const store = open();
    store.put(new Blob([bytes]), key);
    await new Promise((resolve) => store.transaction.addEventListener("complete", resolve)); // or leaving undoes it
    database.close();
  }, index);
}

test("an interrupted download goes on after a reload and after a kill, and damage is mended [F3, F14, F16, F27]", async ({
  baseURL,
}) => {
  // The third chunk hangs the first two times that it is asked for.
  serve([{ kind: "stall", start: 2 * CHUNK, requests: [1, 2, 3, 4], after: 1_000_000 }]);
  browser = await launchKillable(profile);
  let { page } = browser;
  await openModels(page, baseURL);
  await download(page);
  await expect.poll(() => storedChunks(page)).toEqual([0, 1, 3]);
  expect(requestedChunks()).toEqual([0, 1, 2, 3]);

  server.clearLog(`${NAME}.gguf`);
  await openModels(page, baseURL);
  await expect(onDevice(page)).toContainText(/\d+ ?% of .* is here/);
  await onDevice(page).getByRole("button", { name: "Resume" }).click();
  await expect.poll(requestedChunks).toEqual([2]);

  await browser.kill();
  server.clearLog(`${NAME}.gguf`);
  browser = await launchKillable(profile);
  page = browser.page;
  await openModels(page, baseURL);
  expect(await storedChunks(page)).toEqual([0, 1, 3]);
  await onDevice(page).getByRole("button", { name: "Resume" }).click();
  await expectToyLoaded(page);
  expect(requestedChunks()).toEqual([2]);

  server.clearLog(`${NAME}.gguf`);
  await flipStoredBit(page, 1);
  await page.goto(baseURL ?? "");
  await expect.poll(requestedChunks, { timeout: 60_000 }).toEqual([1]);
  await expectToyLoaded(page);
  expect(requestedChunks()).toEqual([1]);
});

test("a download pauses, goes on, and can be deleted with everything of it [F14, F26]", async ({
  baseURL,
}) => {
  serve([], 4_000_000);
  browser = await launchKillable(profile);
  const { page } = browser;
  await page.addInitScript(() => {
    navigator.storage.persist = () => new Promise(() => {}); // as a browser whose question nobody answers
  });
  await openModels(page, baseURL);
  await download(page);
  await expect.poll(() => storedChunks(page), { timeout: 30_000 }).toEqual([0]);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(onDevice(page).getByRole("button", { name: "Resume" })).toBeVisible();
  await onDevice(page).getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText(/resumed at \d+ ?%/)).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await onDevice(page)
    .getByRole("button", { name: `Delete ${NAME}` })
    .click();
  await expect(onDevice(page).getByText(NAME, { exact: true })).toHaveCount(0);
  expect(await storedChunks(page)).toEqual([]);
});

test("a redirect to a host that the page may not speak to reaches nobody; a broken line is retried until it holds [F1, F11]", async ({
  baseURL,
}) => {
  let foreignRequests = 0;
  const foreign = createServer((_request, response) => {
    foreignRequests++;
    response.writeHead(206, { "Access-Control-Allow-Origin": "*" }).end();
  });
  await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.2", resolve));
  const { port } = foreign.address() as AddressInfo;
  serve([{ kind: "cut", after: 100 }]);
  browser = await launchKillable(profile);
  const { page } = browser;
  await openModels(page, baseURL);
  const address = page.getByLabel("From a web address");
  await address.fill(`${server.url}/elsewhere?to=http://127.0.0.2:${port}/model.gguf`);
  await address.press("Enter");
  await expect(page.getByText(/Trying again/)).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toHaveCount(0);
  expect(foreignRequests).toBe(0);
  expect(await storedChunks(page)).toEqual([]);
  foreign.close();

  await download(page);
  await expect(page.getByText(/connection to the server broke.*Trying again/)).toBeVisible();
  serve([]);
  await expectToyLoaded(page);
});

test("storage that is full says how much is missing and keeps what came [F18]", async ({ baseURL }) => {
  serve([]);
  browser = await launchKillable(profile);
  const { page } = browser;
  const session = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 48_000_000 });
  await openModels(page, baseURL);
  await download(page);
  await expect(page.getByText(/storage is full/).first()).toBeVisible();
  await expect(
    page.getByText(/\d+\.\d MB more are needed\. The \d+\.\d MB already here are kept/),
  ).toBeVisible();
  const kept = await storedChunks(page);
  expect(kept.length).toBeGreaterThan(0);
  server.clearLog(`${NAME}.gguf`);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByRole("button", { name: "Try again" }).click();
  await expectToyLoaded(page);
  expect(requestedChunks()).toEqual([0, 1, 2, 3].filter((index) => !kept.includes(index)));
});
