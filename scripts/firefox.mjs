// Finds Debian's Firefox ESR, or installs it, and starts it without a window and with WebGPU: a second browser whose shaders
// another compiler reads (Naga, not Tint) and another CPU driver runs (Mesa's, not SwiftShader). Used by firefox-provider.mjs.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SYSTEM_PATHS = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
const VULKAN_DRIVER = "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json";
const PACKAGES = ["firefox-esr", "mesa-vulkan-drivers"];

/** WebGPU on a driver that Firefox would not choose by itself, and nothing that asks or reaches out at a first start. */
const PREFS = {
  "dom.webgpu.enabled": true,
  "dom.webgpu.workers.enabled": true,
  "gfx.webgpu.ignore-blocklist": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "extensions.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "dom.max_script_run_time": 0,
  "dom.min_background_timeout_value": 4,
};

/** FIREFOX, then the system's. */
export function findFirefox() {
  const named = process.env.FIREFOX;
  if (named && !existsSync(named)) throw new Error(`FIREFOX names ${named}, which does not exist.`);
  return named ?? SYSTEM_PATHS.find((path) => existsSync(path));
}

/** Like findFirefox(), but installs it where this may be done; undefined where it may not. */
export function ensureFirefox() {
  const isDebian = process.platform === "linux" && existsSync("/etc/debian_version");
  const found = findFirefox();
  if (found && (!isDebian || existsSync(VULKAN_DRIVER))) return found;
  if (!isDebian || process.getuid?.() !== 0) return found;
  console.log("Installing Firefox and a Vulkan driver for the CPU, for the tests.");
  for (const args of [
    ["update", "-q"],
    ["install", "-yq", "--no-install-recommends", ...PACKAGES],
  ]) {
    console.log(`> apt-get ${args.join(" ")}`);
    if (spawnSync("apt-get", args, { stdio: "inherit" }).status !== 0) return undefined;
  }
  return findFirefox();
}

/** Opens one page in a Firefox with a profile of its own; `close` ends both. */
export function startFirefox(executable, url) {
  const profile = mkdtempSync(join(tmpdir(), "jamba-firefox-"));
  const lines = Object.entries(PREFS).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const child = spawn(executable, ["--headless", "--no-remote", "--profile", profile, url], {
    stdio: process.env.FIREFOX_LOG ? "inherit" : "ignore",
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    ended,
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
