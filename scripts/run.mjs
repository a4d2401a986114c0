// Runs a TypeScript file of this project in Node through Vite, which resolves `?raw` shader imports as the app's build does.
//   node scripts/run.mjs scripts/logits.ts -- --gguf model.gguf --tokens 1,4
import { createServer } from "vite";

const [file, ...args] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  root: new URL("..", import.meta.url).pathname,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
let code = 1;
try {
  const { main } = await server.ssrLoadModule(`/${file}`);
  code = (await main(args.filter((arg, index) => !(index === 0 && arg === "--")))) ?? 0;
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  if (process.env.DEBUG) console.error(error);
}
await server.close();
process.exit(code); // Dawn keeps the event loop alive
