// Drives the built app with a model file, as a user would: downloads it into the browser's storage, loads it, asks, and
// prints what the app shows. For a real GPU, name its Chromium flags in CHROME_GPU_FLAGS.
//   npm run build && node scripts/try-model.mjs --gguf MODEL.gguf [--words 100] [--tokens 128] [--questions 2] [--screenshot FILE]
import { rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromiumFlags, findChromium } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const LONG_MS = 120_000;
const { values } = parseArgs({
  options: {
    gguf: { type: "string" },
    words: { type: "string", default: "100" },
    tokens: { type: "string", default: "128" },
    questions: { type: "string", default: "2" },
    screenshot: { type: "string" },
  },
});
if (!values.gguf) {
  console.error(
    "usage: node scripts/try-model.mjs --gguf MODEL.gguf [--words 100] [--tokens 128] [--questions 2]",
  );
  process.exit(2);
}

const require = createRequire(process.env.PLAYWRIGHT_FROM ?? import.meta.url);
const { chromium } = require(process.env.PLAYWRIGHT_FROM ? "playwright-core" : "playwright");
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const link = join(dist, "models", "try-model.gguf");
await rm(link, { force: true });
await symlink(resolve(values.gguf), link);
const profile = join(tmpdir(), `try-model-${process.pid}`);
const { address: url } = await serve({ root: dist });
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  headless: true,
  args: chromiumFlags(),
});
const page = context.pages()[0] ?? (await context.newPage());
page.on(
  "console",
  (message) => message.type() === "error" && console.log(`  page: ${message.text().slice(0, 300)}`),
);
page.on("pageerror", (error) => console.log(`  page: ${error.message.slice(0, 300)}`));
await page.addInitScript((maxTokens) => {
  const settings = { version: 1, temperature: 0, maxTokens };
  localStorage.setItem(
    "jamba-settings",
    JSON.stringify({
      ...settings,
      ...JSON.parse(localStorage.getItem("jamba-settings") ?? "{}"),
      ...settings,
    }),
  );
}, Number(values.tokens));

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(2);
const waitReady = async (name) => {
  await page.getByRole("button", { name }).waitFor({ timeout: LONG_MS });
  await page.waitForFunction(() => !document.querySelector('[role="progressbar"]'), undefined, {
    timeout: LONG_MS,
  });
};

try {
  let startedAt = performance.now();
  await page.goto(url);
  await waitReady(/^Models: ?Jamba/);
  console.log(`first visit to a ready bundled model: ${seconds(startedAt)} s`);

  startedAt = performance.now();
  await page.getByRole("button", { name: /^Models:/ }).click();
  await page.getByLabel("From a web address").fill(`${url.replace(/\/$/, "")}/models/try-model.gguf`);
  await page.getByLabel("From a web address").press("Enter");
  const row = page
    .getByRole("region", { name: "On this device" })
    .getByRole("listitem")
    .filter({ hasText: /web address/ });
  await row.waitFor({ timeout: LONG_MS });
  console.log(`downloaded, verified and stored: ${seconds(startedAt)} s`);

  startedAt = performance.now();
  const use = row.getByRole("button", { name: /^Use/ });
  if (await use.count()) await use.click();
  await row.getByText("In use").waitFor({ timeout: LONG_MS });
  console.log(`loaded onto the GPU: ${seconds(startedAt)} s`);
  await page.keyboard.press("Escape");

  for (let question = 0; question < Number(values.questions); question++) {
    const words = Array.from({ length: Number(values.words) }, (_, i) => `w${(i * 7 + question) % 97}`).join(
      " ",
    );
    await page.getByRole("button", { name: "New chat" }).first().click();
    await page.getByRole("textbox", { name: "Message" }).fill(words);
    await page.getByRole("button", { name: "Send" }).click();
    const answer = page.getByRole("log").getByRole("article").last();
    await answer.getByText(/tokens?\/s|first token/).waitFor({ state: "attached", timeout: LONG_MS }); // a machine without fonts draws no text
    const text = ((await answer.textContent()) ?? "").replaceAll("\n", " ");
    console.log(`answer ${question + 1}: ${text.slice(0, 100)} … ${text.slice(-120)}`);
  }
  if (values.screenshot) await page.screenshot({ path: values.screenshot });
} catch (error) {
  console.log(`failed: ${error instanceof Error ? error.message.slice(0, 600) : error}`);
  console.log(((await page.locator("body").textContent()) ?? "").slice(0, 1500));
  if (values.screenshot) await page.screenshot({ path: values.screenshot });
  process.exitCode = 1;
} finally {
  await context.close();
  await rm(link, { force: true });
  await rm(profile, { recursive: true, force: true });
}
process.exit();
