// Runs a command from node_modules/.bin with CHROME set to a Chromium that exists, installing one if it must.
//   node scripts/with-browser.mjs playwright test
import { spawnSync } from "node:child_process";
import { ensureChromium } from "./chromium.mjs";

const [command, ...args] = process.argv.slice(2);
const CHROME = await ensureChromium();
console.log(`Chromium: ${CHROME}`);
const result = spawnSync("npx", ["--no-install", command, ...args], {
  stdio: "inherit",
  env: { ...process.env, CHROME },
});
process.exit(result.status ?? 1);
