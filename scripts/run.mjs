// Runs a TypeScript file of this project in Node through Vite, which resolves `?raw` shader imports as the app's build does.
//   node scripts/run.mjs scripts/logits.ts --gguf model.gguf --tokens 1,4
//
// Without a GPU, WebGPU runs on SwiftShader, Chromium's Vulkan driver for the CPU. Vulkan's loader reads its environment
// when the process starts, so this script starts itself once more with it set.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { findSwiftShaderDriver } from "./chromium.mjs";

process.stdout.on("error", () => process.exit(0)); // the reader, such as `head`, has gone
const [file, ...args] = process.argv.slice(2);

async function environmentForSwiftShader() {
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

const extra = await environmentForSwiftShader();
if (extra) {
  const child = spawnSync(process.execPath, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, ...extra },
  });
  process.exit(child.status ?? 1);
}

const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL("..", import.meta.url)),
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
let code = 1;
try {
  const { main } = await server.ssrLoadModule(`/${file}`);
  code = await main(args);
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  if (process.env.DEBUG) console.error(error);
}
await server.close();
process.exit(code); // Dawn keeps the event loop alive
