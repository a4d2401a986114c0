// After one visit the page and its model work with the network off.
import { expect } from "@playwright/test";
import { ask, expectReady, openReady } from "./story";
import { test } from "./test";

test("reloads offline and still answers [F48]", async ({ page, context }) => {
  await openReady(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await expectReady(page);
  await expect(await ask(page, "Hello!")).toContainText("Paste a document and ask me about it.");
  await context.setOffline(false);
});

test("can be installed: its manifest and icons are there", async ({ page, request }) => {
  await page.goto("/");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const response = await request.get(new URL(href ?? "", page.url()).href);
  expect(response.headers()["content-type"]).toContain("application/manifest+json");
  const manifest: { icons: { src: string; sizes: string; purpose?: string }[] } = await response.json();
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
  for (const { src } of manifest.icons) expect((await request.get(`/${src}`)).status()).toBe(200);
});
