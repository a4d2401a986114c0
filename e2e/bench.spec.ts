// Measuring this machine, with sizes that a software GPU can do. Times are never judged.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import type { MachineReport } from "../src/stores/bench-store";
import { findFaults } from "./examine";
import { openReady } from "./story";
import { test } from "./test";

const SIZES = "depths=0,32,262144&prefill=16&decode=4&runs=2&rest=100&loads=2";

async function expectNoFault(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true, animations: "disabled" });
  expect(await findFaults(page), name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name}: pixels beyond the right edge`).toBeLessThanOrEqual(0);
}

async function measure(page: Page, query: string, timeout = 120_000): Promise<MachineReport> {
  await page.goto(`/bench.html?${query}`);
  await page.getByRole("button", { name: "Measure" }).click();
  const raw = page.locator("[data-bench-report]");
  await raw.waitFor({ state: "attached", timeout });
  return JSON.parse((await raw.textContent()) ?? "") as MachineReport;
}

test("leads from the settings to figures of this machine", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
  await openReady(page);
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("link", { name: "Measure this machine" }).click();
  await expect(page.getByRole("heading", { name: "Measure this machine" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "32,768" })).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Measure" })).toBeEnabled();
  await expectNoFault(page, "bench-before");

  const report = await measure(page, SIZES);
  const { figures, model, gpu } = report;
  expect(figures.outcome).toBe("complete");
  expect(figures.decode.map(({ depth, tokensPerSecond }) => [depth, tokensPerSecond.runs.length])).toEqual([
    [0, 2],
    [32, 2],
  ]);
  expect(figures.prefill.map(({ depth, length }) => [depth, length])).toEqual([
    [0, 16],
    [32, 16],
  ]);
  expect(report.loadMs).toHaveLength(2);
  expect(figures.timeToFirstTokenMs?.runs).toHaveLength(2);
  expect(figures.restedFirstTokenMs?.runs).toHaveLength(2);
  expect(figures.readBandwidth?.median).toBeGreaterThan(0);
  expect(figures.dispatchesPerToken).toBeGreaterThan(0);
  expect(figures.decode[0]?.encodeMsPerToken.median).toBeGreaterThan(0);
  expect(figures.decode[1]?.forkMs.runs).toHaveLength(2);
  expect(figures.stateBytesAt8K).toBeGreaterThan(0);
  expect([model.name, gpu.status, report.leftOut]).toEqual([
    "Jamba Tiny",
    "ready",
    [{ kind: "depth", tokens: 262_144 }],
  ]);
  expect(report.browser).toContain("Chrome");
  expect(report.app).toMatch(/^\d+\.\d+\.\d+$/);

  await expect(page.getByRole("table", { name: "Writing" }).getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("table", { name: "Reading" }).getByRole("row")).toHaveCount(4);
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toEqual(report);
  await expect(page.getByText("has no room for: depth of 262,144")).toBeVisible();
  await expectNoFault(page, "bench-figures");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoFault(page, "bench-narrow-dark");
  await page.getByRole("link", { name: "Back to the chat" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
});

test("works offline, stops when told and shows what it has", async ({ page, context }) => {
  await openReady(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto("/bench.html?depths=0&prefill=16&decode=20000&runs=1&rest=1");
  await page.getByRole("button", { name: "Measure" }).click();
  await page.locator("[data-bench-progress]", { hasText: "Writing" }).waitFor({ timeout: 120_000 });
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("These are the figures up to then.")).toBeVisible();
});

test.describe("without a page of its own", () => {
  test.use({ examination: "none" });

  test("runs from the command line, kernel by kernel", async () => {
    const out = test.info().outputPath("bench.json");
    const root = fileURLToPath(new URL("..", import.meta.url));
    const sizes = ["--prefill", "16", "--decode", "2", "--runs", "1", "--profile"];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["scripts/bench.mjs", ...sizes, "--json", out],
      { cwd: root },
    );
    expect(stdout).toMatch(/decode at 0 +[\d.]+/);
    expect(stdout).toMatch(/prefill 16 at 0 +[\d.]+/);
    const { jamba } = JSON.parse(await readFile(out, "utf8")) as { jamba: MachineReport };
    const { profile, dispatchesPerToken } = jamba.figures;
    expect(profile.map(({ kernels }) => kernels.length > 10)).toEqual([true, true]);
    expect(profile[0]?.kernels.reduce((sum, { count }) => sum + count, 0)).toBe(dispatchesPerToken);
  });
});
