// Nothing leaves the device but what the user asks for: every way out is tried from the page and from each of its workers, on a host
// that sends headers and on one that sends none, and under the lock that the user can see.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { policyOf, type Role } from "../workers/service/policies.mjs";
import { examine, findFaults } from "./examine";
import { expectReady, lookForUpdate, messageBox, openReady, renewAll } from "./story";
import { test } from "./test";
import { type Listener, leavePage, leaveWorker, listen } from "./ways-out";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
let listener: Listener;

test.beforeAll(async () => {
  listener = await listen();
});
test.afterAll(() => listener.close());
test.beforeEach(() => listener.forget());

const WORKERS: Readonly<Record<string, Role>> = {
  ...{ inference: "engine", fetch: "fetcher", chunk: "reader" },
  ...{ documents: "sealed", chats: "sealed", citations: "sealed" },
};

/** A host like the simplest there are: files, and of headers only what they are. */
async function serveBare(requests: string[] = []) {
  let hasUpdate = false;
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    requests.push(request.url ?? "");
    if (pathname === "/blank") return response.writeHead(200, { "Content-Type": "text/html" }).end();
    try {
      const file = join(dist, pathname === "/" ? "index.html" : pathname);
      const bytes =
        hasUpdate && pathname === "/sw.js" ? renewAll(readFileSync(file, "utf8")) : readFileSync(file);
      const type = types[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  const putUpdate = (): void => {
    hasUpdate = true;
  };
  return { address: `http://127.0.0.1:${port}/`, close, putUpdate };
}

/** A request of its own, last of all: when it is on its way, so is whatever was asked for before. */
async function settle(page: Page): Promise<void> {
  const sent = page.waitForRequest(/sentinel/);
  await page.evaluate(() => navigator.sendBeacon("./sentinel"));
  await sent;
}

async function tryPage(page: Page): Promise<void> {
  await page.evaluate(leavePage, listener.at);
  await settle(page);
  expect(listener.arrivals()).toEqual([]);
}

async function startWorker(page: Page, name: string) {
  const file = readdirSync(join(dist, "assets")).find(
    (one) => one.startsWith(`${name}-worker-`) && one.endsWith(".js"),
  );
  const started = page.waitForEvent("worker", (worker) => worker.url().includes(`${file}`));
  await page.evaluate((url) => {
    const held = (window as unknown as { held?: Worker[] }).held ?? [];
    held.push(new Worker(url, { type: "module" }));
    Object.assign(window, { held });
  }, `./assets/${file}`);
  return started;
}

const tryWorkers = async (page: Page): Promise<Record<string, string[]>> => {
  const arrived: Record<string, string[]> = {};
  for (const name of Object.keys(WORKERS)) {
    listener.forget();
    const worker = await startWorker(page, name);
    expect(await worker.evaluate(leaveWorker, listener.at)).toHaveLength(9);
    arrived[name] = [...listener.arrivals()];
    if (arrived[name].length === 0) expect(listener.connections(), name).toBe(0);
  }
  return arrived;
};

test.use({ examination: "by-itself" }); // frames and links are planted in the page: it is examined before that

/** Model hosts may be on loopback: the one worker that asks them gets through, by the one way that it uses. */
const ONLY_THE_FETCHER = {
  ...Object.fromEntries(Object.keys(WORKERS).map((name) => [name, []])),
  fetch: ["worker-cache", "worker-fetch", "worker-fetch-blind"],
};

async function openWithoutModel(page: Page, address = "/"): Promise<void> {
  await page.route("**/*.gguf", (route) => route.abort()); // no model is needed to try
  await page.goto(address);
  await expect(messageBox(page)).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
}

test.describe("on a page that is not the app's", () => {
  test.use({ examination: "none" });

  test("shows that each way out is one, where nothing forbids it", async ({ page }) => {
    const host = await serveBare();
    await page.goto(`${host.address}blank`);
    const ways = await page.evaluate(leavePage, listener.at);
    expect(ways.length).toBeGreaterThan(25);
    await expect.poll(() => ways.filter((way) => !listener.arrivals().includes(way))).toEqual([]);
    host.close();
  });
});

test.describe("on a host that sends the headers", () => {
  test.use({ serviceWorkers: "block" });

  test("lets nothing out of the page or any worker [X1]", async ({ page }) => {
    await openWithoutModel(page);
    await tryPage(page);
    expect(await page.evaluate(() => [typeof RTCPeerConnection, typeof WebTransport])).toEqual([
      "undefined",
      "undefined",
    ]);
    expect(await tryWorkers(page)).toEqual(ONLY_THE_FETCHER);
  });
});

test("lets nothing out on a host that sends none, once the service worker is there [X1, X3]", async ({
  page,
}) => {
  const host = await serveBare();
  await openWithoutModel(page, host.address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await tryPage(page); // the first visit: the policy in the page itself
  await page.reload();
  await expect(messageBox(page)).toBeVisible();
  await tryPage(page);
  expect(await tryWorkers(page)).toEqual(ONLY_THE_FETCHER);
  const policies = await readPolicies(page);
  expect(policies["./"]).toBe(policyOf("page"));
  for (const [name, role] of Object.entries(WORKERS)) expect(policies[name]).toBe(policyOf(role));
  host.close();
});

/** As the service worker sends them. */
const readPolicies = (page: Page): Promise<Record<string, string | null>> => {
  const files = readdirSync(join(dist, "assets"));
  const paths = Object.keys(WORKERS).map((name) => {
    const file = files.find((one) => one.startsWith(`${name}-worker-`) && one.endsWith(".js"));
    return [name, `./assets/${file}`] as const;
  });
  return page.evaluate(
    async (all) => {
      const read = async (path: string) => (await fetch(path)).headers.get("Content-Security-Policy");
      const found = await Promise.all(all.map(async ([name, path]) => [name, await read(path)] as const));
      return Object.fromEntries(found);
    },
    [["./", "./"], ...paths] as const,
  );
};

test("closes under the lock, shows it only while it holds, and says how to open it", async ({
  page,
  context,
}) => {
  const requests: string[] = [];
  const host = await serveBare(requests);
  await openReady(page, host.address);
  const badge = (name: string) => page.getByRole("button", { name });
  await badge("Not locked: models can be downloaded").click();
  await expect(page.getByText("What stays here")).toBeVisible();
  await examine(page, "privacy-open");
  const other = await context.newPage();
  await other.goto(host.address);
  await expectReady(other);

  requests.length = 0;
  const reloaded = page.waitForEvent("load");
  await badge("Lock: nothing leaves this device").click();
  await reloaded;
  await expect(badge("Locked: nothing leaves this device")).toBeVisible();
  await expectReady(page);
  await expect(
    other.getByRole("button", { name: "The lock is set, but not in force in this tab" }),
  ).toBeVisible();
  expect(await other.evaluate(async (url) => fetch(url).then(String, String), listener.at.url)).toContain(
    "TypeError",
  );
  await other.close();
  await badge("Locked: nothing leaves this device").click();
  await expect(badge("Unlock")).toBeVisible();
  await examine(page, "privacy-closed-panel");
  await page.keyboard.press("Escape");

  await expectEverythingRefused(page);
  host.putUpdate();
  expect(await lookForUpdate(page)).toBe("redundant"); // nothing of it is fetched
  // The browser looks for a new version by itself.
  expect(requests.filter((path) => path !== "/sw.js")).toEqual([]);
  expect(listener.arrivals()).toEqual([]);

  await badge("Locked: nothing leaves this device").click();
  const opened = page.waitForEvent("load");
  await badge("Unlock").click();
  await opened;
  await expect(badge("Not locked: models can be downloaded")).toBeVisible();
  await startWorker(page, "fetch").then((worker) => worker.evaluate((url) => fetch(url), listener.at.url));
  expect(listener.connections()).toBeGreaterThan(0);
  host.close();
});

async function expectEverythingRefused(page: Page): Promise<void> {
  await page.evaluate(leavePage, listener.at);
  expect(listener.arrivals()).toEqual([]);
  for (const arrived of Object.values(await tryWorkers(page))) expect(arrived).toEqual([]);
  const fetchOwn = () => page.evaluate(() => fetch("./theme.js").then(String, String));
  expect(await fetchOwn()).toContain("TypeError");

  await page.getByRole("button", { name: /^Models: ?Jamba/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/address/i).fill(`${listener.at.url}/model.gguf`);
  await dialog.getByLabel(/address/i).press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("click the lock beside the model’s name and unlock");
  await page.keyboard.press("Escape");

  await page.evaluate((href) => {
    const link = Object.assign(document.createElement("a"), {
      href,
      target: "_blank",
      textContent: "a link",
    });
    document.querySelector("main")?.prepend(link);
  }, `${listener.at.url}/leak?by=link`);
  await page.getByRole("link", { name: "a link" }).click();
  await expect(page.getByText("The page is locked, so the link was not opened.")).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
}
