// Runs a TypeScript file of this project in Node through Vite, which resolves `?raw` shader imports as the app's build does.
//   node scripts/run.mjs scripts/logits.ts --gguf model.gguf --tokens 1,4
//
// Without a GPU, WebGPU runs on SwiftShader, Chromium's Vulkan driver for the CPU. Vulkan's loader reads its environment
// when the process starts, so this script starts itself once more with it set.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { swiftShaderEnvironment } from "./chromium.mjs";

process.stdout.on("error", () => process.exit(0)); // the reader, such as `head`, has gone
const [file, ...args] = process.argv.slice(2);

const extra = await swiftShaderEnvironment();
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
