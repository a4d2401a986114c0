// Drives the bench page of the built app in a headless Chromium and prints its figures. For a real GPU, name its Chromium
// flags in CHROME_GPU_FLAGS.
//   npm run bench -- [--gguf FILE] [--peer wllama] [--prefill 512,4096] [--decode 128] [--depth 0,32768] [--runs 5]
//                    [--loads 5] [--profile] [--lookup] [--json OUT]
// Without --gguf it measures the bundled model; with --peer wllama it times that on the same file afterwards.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeBench } from "./bench-table.mjs";
import { findWllama, measureWllama } from "./bench-wllama.mjs";
import { openBrowser } from "./drive-app.mjs";
import { serve } from "./serve.mjs";

const POLL_MS = 1_000;
const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const bundled = join(root, "public/models/jamba-tiny-q4_k_m.gguf");

function readOptions() {
  const { values } = parseArgs({
    options: {
      gguf: { type: "string" },
      peer: { type: "string" },
      prefill: { type: "string", default: "512,4096" },
      decode: { type: "string", default: "128" },
      depth: { type: "string", default: "0" },
      runs: { type: "string", default: "5" },
      loads: { type: "string" },
      profile: { type: "boolean", default: false },
      lookup: { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  const isList = (text) => /^\d+(,\d+)*$/.test(text);
  if (![values.prefill, values.decode, values.depth, values.runs].every(isList))
    throw new Error("--prefill and --depth take whole numbers separated by commas, --decode and --runs one");
  if (values.peer !== undefined && values.peer !== "wllama") throw new Error("--peer can be wllama");
  if (values.gguf && !existsSync(values.gguf)) throw new Error(`There is no file ${values.gguf}`);
  if (!existsSync(join(dist, "bench.html")))
    throw new Error(`There is no built app in ${dist}. Run: npm run build`);
  if (values.peer) findWllama(); // says so before minutes of measuring
  return { ...values, loads: values.loads ?? values.runs };
}

/** The bench page's report, for a model file under the app's own address or the bundled one. */
async function measureJamba(tab, address, options, modelPath) {
  const { depth, prefill, decode, runs, loads, profile, lookup } = options;
  const query = new URLSearchParams({
    depths: depth,
    prefill,
    decode,
    runs,
    loads,
    profile: profile ? "1" : "0",
    lookup: lookup ? "1" : "0",
  });
  if (modelPath) query.set("model", modelPath);
  await tab.goto(`${address}/bench.html?${query}`);
  const readPage = () =>
    tab.evaluate(() => ({
      status: document.querySelector("[data-bench-status]")?.getAttribute("data-bench-status"),
      progress: document.querySelector("[data-bench-progress]")?.textContent,
      report: document.querySelector("[data-bench-report]")?.textContent,
      problem: document.querySelector('[role="alert"]')?.textContent,
    }));
  await tab
    .locator('[data-bench-status="idle"], [data-bench-status="failed"]')
    .waitFor({ state: "attached" });
  const start = tab.getByRole("button", { name: "Measure" });
  if (await start.isEnabled()) await start.click();
  let shown;
  for (;;) {
    const { status, progress, report, problem } = await readPage();
    if (status === "failed") throw new Error(problem);
    if (report) return JSON.parse(report);
    if (progress && progress !== shown) console.log(`  ${progress}`);
    shown = progress;
    await new Promise((settle) => setTimeout(settle, POLL_MS));
  }
}

async function inBrowser(work) {
  const { context, close } = await openBrowser();
  try {
    return await work(context);
  } finally {
    await close();
  }
}

async function main() {
  const options = readOptions();
  const gguf = resolve(options.gguf ?? bundled);
  const modelPath = options.gguf ? `models/bench-${process.pid}.gguf` : undefined;
  if (modelPath) await symlink(gguf, join(dist, modelPath));
  const { server, address } = await serve({ root: dist });
  const result = {};
  try {
    result.jamba = await inBrowser(async (context) =>
      measureJamba(await context.newPage(), address, options, modelPath),
    );
  } finally {
    server.close();
    server.closeAllConnections();
    if (modelPath) await rm(join(dist, modelPath), { force: true });
  }
  if (options.peer) {
    console.log("  wllama…");
    const prefill = options.prefill.split(",").map(Number);
    result.peer = await inBrowser((browser) =>
      measureWllama({ browser, gguf, prefill, decode: Number(options.decode), runs: Number(options.runs) }),
    );
  }
  const { stdout } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" });
  console.log(`\n${describeBench(result)}`);
  const record = { command: process.argv.slice(2).join(" "), commit: stdout?.trim() || null, ...result };
  if (options.json) await writeFile(options.json, `${JSON.stringify(record, null, 1)}\n`);
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
