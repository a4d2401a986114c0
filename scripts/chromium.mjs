// Finds a Chromium for tests, or installs one and says so. Used by scripts/with-browser.mjs, the test configurations
// and the command-line tools that need a CPU Vulkan driver (Chromium ships one, SwiftShader).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Flags of every test browser: WebGPU on the CPU (SwiftShader) unless CHROME_GPU_FLAGS names a real GPU's. */
export function chromiumFlags() {
  const quiet = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const gpu = process.env.CHROME_GPU_FLAGS?.split(/\s+/).filter(Boolean) ?? [
    "--enable-unsafe-webgpu",
    "--use-webgpu-adapter=swiftshader",
  ];
  return [...new Set([...quiet, ...gpu])];
}

async function playwrightChromium() {
  try {
    const { chromium } = await import("playwright");
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Path of a Chromium that exists: CHROME, then Playwright's own, then the system's. */
export async function findChromium() {
  const named = process.env.CHROME;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME names ${named}, which does not exist.`);
    return named;
  }
  return (await playwrightChromium()) ?? SYSTEM_PATHS.find((path) => existsSync(path));
}

function tryCommand(command, args) {
  console.log(`> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** Like findChromium(), but installs one where there is none; throws with what was tried. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log("No Chromium was found (CHROME, Playwright's, the system's); installing one for the tests.");
  const isDebianRoot =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version");
  const ways = [
    () => tryCommand("npx", ["playwright", "install", ...(isDebianRoot ? ["--with-deps"] : []), "chromium"]),
    () =>
      isDebianRoot &&
      tryCommand("apt-get", ["update", "-q"]) &&
      tryCommand("apt-get", ["install", "-yq", "--no-install-recommends", "chromium"]),
  ];
  for (const way of isDebianRoot ? ways.reverse() : ways) {
    if (way()) {
      const installed = await findChromium();
      if (installed) return installed;
    }
  }
  throw new Error(
    "Tests need Chromium and none could be installed. Install Chromium or Chrome and set CHROME to its path.",
  );
}

/** SwiftShader's Vulkan driver file beside a Chromium, for Dawn in Node on a machine without a GPU. */
export async function findSwiftShaderDriver() {
  const chrome = await findChromium();
  const folders = ["/usr/lib/chromium", ...(chrome ? [dirname(chrome)] : [])];
  return folders.map((folder) => join(folder, "vk_swiftshader_icd.json")).find((path) => existsSync(path));
}

/** What Dawn needs in its environment from its process's start on a machine without a GPU; undefined when it has it, or needs none. */
export async function swiftShaderEnvironment() {
  const hasGpu = existsSync("/dev/nvidia0") || existsSync("/dev/dri");
  const isSet = process.env.VK_ICD_FILENAMES || process.env.VK_DRIVER_FILES || process.env.JAMBA_NO_RESTART;
  if (process.platform !== "linux" || hasGpu || isSet) return undefined;
  const driver = await findSwiftShaderDriver();
  if (!driver) return undefined;
  const libraries = [process.env.LD_LIBRARY_PATH, dirname(driver)].filter(Boolean).join(":");
  return {
    VK_ICD_FILENAMES: driver,
    JAMBA_NO_RESTART: "1",
    ...(existsSync(join(dirname(driver), "libvulkan.so.1")) ? { LD_LIBRARY_PATH: libraries } : {}),
  };
}
