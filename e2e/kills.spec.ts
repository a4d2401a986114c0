// Twenty deaths at random times: the browser killed and its tabs crashed in the middle of a download, and killed in the middle of
// an answer. What was stored is right and is not fetched again; of an answer at most the last second is lost.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { chromiumFlags } from "../scripts/chromium.mjs";
import { findFaults } from "./examine";
import { type FaultServer, startFaultServer } from "./fault-server";
import { type KillableBrowser, launchKillable } from "./killable-browser";
import { expectReady, messageBox, messages, sampleGreedily, sendButton } from "./story";
import { test } from "./test";
import { buildTinyModel } from "./tiny-model";

const DOWNLOAD_KILLS = 12;
const DOWNLOAD_CRASHES = 5;
const ANSWER_KILLS = 3;

/** Without a GPU no model is loaded, which here only costs time. */
const WITHOUT_GPU = chromiumFlags().filter((flag) => !/webgpu/i.test(flag));

/** Some seconds of writing. */
const SAYING =
  "The quick brown fox jumps over the lazy dog and then walks home to sleep in the warm barn near the old stone bridge. The small grey cat runs under the long table and then goes out to sit in the green garden by the high wall. The big black horse stands in the wide field and then comes back to eat in the cool shade of the tall tree.";

const CHUNK = 16 * 1024 * 1024;
const MODEL = buildTinyModel(60_000_000); // four chunks
const DIGESTS = [0, 1, 2, 3].map((index) =>
  createHash("sha256")
    .update(MODEL.subarray(index * CHUNK, (index + 1) * CHUNK))
    .digest("hex"),
);

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
  await browser?.kill();
  browser = undefined;
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** From 0 to 1, the same in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** SHA-256 of each chunk that the record of a downloaded model names as stored, by index; null: it is not there. */
function storedDigests(page: Page): Promise<Readonly<Record<string, string | null>>> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const records = await settle(indexedDB.open("jamba-models"));
    const all = await settle(records.transaction("records").objectStore("records").getAll());
    records.close();
    const record = all.find(({ origin }) => origin === "url");
    const digests: Record<string, string | null> = {};
    if (!record) return digests;
    const chunks = await settle(indexedDB.open("jamba-model-chunks"));
    for (const [index, chunk] of record.chunks.entries()) {
      if (!chunk?.isStored) continue;
      const kept: Blob | undefined = await settle(
        chunks.transaction("chunks").objectStore("chunks").get([record.id, index]),
      );
      const digest = kept && (await crypto.subtle.digest("SHA-256", await kept.arrayBuffer()));
      const hexadecimal =
        digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
      digests[index] = hexadecimal?.join("") ?? null;
    }
    chunks.close();
    return digests;
  });
}

const onDevice = (page: Page) => page.getByRole("region", { name: "On this device", exact: true });

async function openModels(page: Page, baseURL: string | undefined): Promise<void> {
  await page.goto(baseURL ?? "");
  await page.getByRole("button", { name: /^Models:/ }).click();
  await expect(onDevice(page)).toContainText(/[\d.]+ .B used/); // what is stored has been looked up
}

/** Starts the download of that name or goes on with it; resolves when the first request has come. */
async function fetchModel(page: Page, name: string): Promise<void> {
  server.clearLog(`${name}.gguf`);
  const resume = onDevice(page).getByRole("button", { name: "Resume" });
  if (await resume.isVisible()) {
    await resume.click();
  } else {
    await page.getByLabel("From a web address").fill(`${server.url}/files/${name}.gguf`);
    await page.getByLabel("From a web address").press("Enter");
  }
  await expect.poll(() => server.requests(`${name}.gguf`).length).toBeGreaterThan(0);
}

test("a download survives every kill and crash: what is stored is right, and is not fetched again [F15, F16]", async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const random = createRandom(7);
  const name = "toy";
  server.serve(`${name}.gguf`, { byteLength: MODEL.byteLength, seed: 1, bytesPerSecond: 30_000_000 }, MODEL);
  browser = await launchKillable(profile, WITHOUT_GPU);
  let { page } = browser;
  await openModels(page, baseURL);
  let held: readonly string[] = [];
  for (let death = 0; death < DOWNLOAD_KILLS + DOWNLOAD_CRASHES; death++) {
    await fetchModel(page, name);
    await pause(1_400 * random());
    if (death < DOWNLOAD_KILLS) {
      await browser.kill();
      browser = await launchKillable(profile, WITHOUT_GPU);
      page = browser.page;
    } else {
      const session = await page.context().newCDPSession(page);
      const next = await page.context().newPage();
      session.send("Page.crash").catch(() => {}); // what has crashed does not answer
      page = next;
    }
    await openModels(page, baseURL);
    const digests = await storedDigests(page);
    expect(digests, `after death ${death}`).toEqual(
      Object.fromEntries(Object.keys(digests).map((index) => [index, DIGESTS[Number(index)]])),
    );
    expect(Object.keys(digests)).toEqual(expect.arrayContaining([...held]));
    held = Object.keys(digests);
    if (held.length < 4) continue;
    const remove = page.getByRole("button", { name: /^Delete Toy|^Delete toy/ });
    await remove.first().click(); // whole already: the deaths go on with a new one
    await expect.poll(async () => Object.keys(await storedDigests(page))).toEqual([]);
    await expect(remove).toHaveCount(0); // or its "Resume" could be taken for that of the new one
    held = [];
  }
  await fetchModel(page, name);
  await expect.poll(async () => Object.keys(await storedDigests(page)).length, { timeout: 60_000 }).toBe(4);
  await expect(onDevice(page).getByRole("button", { name: "Resume" })).toHaveCount(0); // complete, by its SHA-256
  const starts = server.requests(`${name}.gguf`).map(({ range }) => /=(\d+)-/.exec(range ?? "")?.[1]);
  const fetched = starts.map((start) => String(Number(start) / CHUNK)).sort();
  expect(fetched).toEqual(["0", "1", "2", "3"].filter((index) => !held.includes(index)));
  expect(await findFaults(page)).toEqual([]);
});

test("an answer survives every kill but for its last second [F16]", async ({ baseURL }) => {
  test.setTimeout(240_000);
  const random = createRandom(11);
  for (let death = 0; death < ANSWER_KILLS; death++) {
    browser = await launchKillable(profile);
    let { page } = browser;
    await sampleGreedily(page);
    await page.goto(baseURL ?? "");
    await expectReady(page);
    await messageBox(page).fill(`Repeat this: ${SAYING.replace("fox", `fox number ${death}`)}`);
    await sendButton(page).click();
    const answer = messages(page).last();
    await expect(answer).toContainText("The quick", { timeout: 120_000 });
    const address = page.url();
    const seen: { readonly text: string; readonly atMs: number }[] = [];
    const dieAtMs = performance.now() + 1_100 + 900 * random();
    while (performance.now() < dieAtMs) {
      const atMs = performance.now(); // before it is read: no older than that
      seen.push({ text: (await answer.locator(".prose").textContent()) ?? "", atMs });
    }
    const killedAtMs = performance.now();
    await browser.kill();
    const due = seen.findLast(({ atMs }) => atMs < killedAtMs - 1_000)?.text ?? "";
    expect(due).toContain("The quick");
    browser = await launchKillable(profile);
    page = browser.page;
    await page.goto(address);
    await expect(messages(page).last()).toContainText("Interrupted");
    await expect(messages(page).first()).toContainText(`number ${death}`);
    const kept = (await messages(page).last().locator(".prose").textContent()) ?? "";
    expect(kept.startsWith(due), `"${kept}" begins with "${due}"`).toBe(true);
    expect(await findFaults(page)).toEqual([]);
    await browser.kill();
  }
});
