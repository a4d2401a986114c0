// Tries the built app with a model file, as a user would: downloads it into the browser's storage, loads it, asks, and prints
// what the app shows. For a real GPU, name its Chromium flags in CHROME_GPU_FLAGS.
//   npm run build && node scripts/try-model.mjs --gguf MODEL.gguf [--words 100] [--tokens 128] [--questions 2] [--screenshot FILE]
import { parseArgs } from "node:util";
import { downloadModel, measureAnswer, openApp, send, takeIntoUse, waitReady } from "./drive-app.mjs";

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

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(2);
const { page, address, modelUrl, close } = await openApp(values.gguf, {
  temperature: 0,
  maxTokens: Number(values.tokens),
});
try {
  let startedAt = performance.now();
  await page.goto(address);
  await waitReady(page);
  console.log(`first visit to a ready bundled model: ${seconds(startedAt)} s`);

  startedAt = performance.now();
  const row = await downloadModel(page, modelUrl);
  console.log(`downloaded, verified and stored: ${seconds(startedAt)} s`);

  startedAt = performance.now();
  await takeIntoUse(page, row);
  console.log(`loaded onto the GPU: ${seconds(startedAt)} s`);

  for (let question = 0; question < Number(values.questions); question++) {
    const word = (_, i) => `w${(i * 7 + question) % 97}`;
    await page.getByRole("button", { name: "New chat" }).first().click();
    const words = Array.from({ length: Number(values.words) }, word).join(" ");
    const { text, stats } = await measureAnswer(page, () => send(page, words));
    console.log(`answer ${question + 1}: ${text.slice(0, 100)} … ${JSON.stringify(stats)}`);
  }
  if (values.screenshot) await page.screenshot({ path: values.screenshot });
} catch (error) {
  console.log(`failed: ${error instanceof Error ? error.message.slice(0, 600) : error}`);
  console.log(((await page.locator("body").textContent()) ?? "").slice(0, 1500));
  if (values.screenshot) await page.screenshot({ path: values.screenshot });
  process.exitCode = 1;
} finally {
  await close();
}
process.exit();
