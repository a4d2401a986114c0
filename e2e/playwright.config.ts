// Stories in a real browser, on the built app, with WebGPU on the CPU unless CHROME_GPU_FLAGS names a GPU's flags.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { chromiumFlags } from "../scripts/chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const port = Number(process.env.E2E_PORT ?? 8018);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results",
  workers: 1, // one software GPU
  retries: process.env.CI ? 1 : 0, // there, kernel tests take half of the machine; what passes only then is listed as flaky
  forbidOnly: Boolean(process.env.CI),
  timeout: 300_000, // a story is given up for lost, not judged by its time
  expect: {
    timeout: 60_000,
    toHaveScreenshot: {
      animations: "disabled",
      caret: "hide",
      maxDiffPixels: 60, // a letter's edges may be drawn otherwise, an icon may not be missing
    },
  },
  snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
  updateSnapshots: process.env.CI ? "none" : "missing", // in CI a picture that is not there is a failure
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    trace: "off",
    launchOptions: {
      ...(process.env.CHROME ? { executablePath: process.env.CHROME } : {}),
      args: chromiumFlags(),
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port} --strict-port`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
