// Times wllama, llama.cpp in the browser, on a model file: the peer that the bench is held against. It is no dependency:
// `npm install --no-save @wllama/wllama@3.8.1`, or name its folder `esm` in WLLAMA.
import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseRange } from "./serve.mjs";

const PROMPT_WORDS_PROBED = 64;
const BATCH = 2048;
const PHYSICAL_BATCH = 512;
const ALL_LAYERS = 99;

export function findWllama() {
  const from = process.env.PLAYWRIGHT_FROM ?? dirname(dirname(fileURLToPath(import.meta.url)));
  const folder = process.env.WLLAMA ?? join(from, "node_modules/@wllama/wllama/esm");
  if (existsSync(join(folder, "index.js"))) return folder;
  throw new Error(
    `There is no wllama in ${folder}. Run: npm install --no-save @wllama/wllama@3.8.1 (or name its folder esm in WLLAMA).`,
  );
}

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".gguf": "application/octet-stream" };
const page = `<!doctype html><title>wllama</title>
<script type="module">import { Wllama } from "/wllama/index.js"; globalThis.Wllama = Wllama;</script>`;

/** wllama's threads need an isolated page. */
async function servePeer(folder, gguf) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://loopback");
    const headers = {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    };
    if (pathname === "/")
      return response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end(page);
    const file = pathname === "/model.gguf" ? gguf : join(folder, pathname.replace(/^\/wllama/, ""));
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) return response.writeHead(404).end();
    const range = parseRange(request.headers.range, info.size);
    if (range === "unsatisfiable") return response.writeHead(416).end();
    const { start, end } = range ?? { start: 0, end: info.size - 1 };
    response.writeHead(range ? 206 : 200, {
      ...headers,
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Length": end - start + 1,
      ...(range ? { "Content-Range": `bytes ${start}-${end}/${info.size}` } : {}),
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file, { start, end }).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

/** In the page: loads the model and completes nonsense, timed by llama.cpp itself. */
async function measureInPage({ prefill, decode, runs, batch, physicalBatch, layers, probedWords }) {
  const wllama = new globalThis.Wllama({ default: "/wllama/wasm/wllama.wasm" });
  const startedAt = performance.now();
  await wllama.loadModelFromUrl("/model.gguf", {
    n_gpu_layers: layers,
    n_ctx: Math.max(...prefill, 0) + decode + physicalBatch,
    n_batch: batch,
    n_ubatch: physicalBatch,
    n_parallel: 1,
    useCache: false,
    warmup: true,
  });
  const loadMs = performance.now() - startedAt;
  const words = (count, first) =>
    Array.from({ length: count }, (_, i) => "bdfhjlnprtvxz"[(i * 7 + first) % 13]).join(" ");
  const complete = async (wordCount, maxTokens, first) => {
    const answer = await wllama.createCompletion({
      prompt: words(wordCount, first),
      max_tokens: maxTokens,
      temperature: 0,
      cache_prompt: false,
      ignore_eos: true,
    });
    return answer.timings;
  };
  const probe = await complete(probedWords, 1, 0);
  const wordsFor = (tokens) => Math.max(1, Math.round((tokens * probedWords) / probe.prompt_n));
  const series = async (wordCount, maxTokens, figure) => {
    const found = [];
    for (let run = 0; run <= runs; run++) found.push(await complete(wordCount, maxTokens, run));
    return { tokens: found[0].prompt_n, tokensPerSecond: found.slice(1).map((timings) => timings[figure]) };
  };
  const result = {
    loadMs,
    webGpu: wllama.isSupportWebGPU(),
    threads: wllama.getNumThreads(),
    decode: await series(1, decode, "predicted_per_second"),
    prefill: [],
  };
  for (const length of prefill) result.prefill.push(await series(wordsFor(length), 1, "prompt_per_second"));
  return result;
}

/** What `work` makes of a page with wllama in it, opened by open(), each time anew. */
async function withPeer(browser, gguf, work) {
  const folder = findWllama();
  const { version } = JSON.parse(await readFile(join(folder, "../package.json"), "utf8"));
  const { server, address } = await servePeer(folder, gguf);
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.log(`  wllama: ${error.message.slice(0, 300)}`));
  const open = async () => {
    await tab.goto(address);
    await tab.waitForFunction(() => "Wllama" in globalThis);
  };
  try {
    return { version, ...(await work(tab, open)) };
  } finally {
    await tab.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Decoding after next to nothing, and reading prompts of about the lengths asked for: tokens/s of each run. */
export function measureWllama({ browser, gguf, prefill, decode, runs }) {
  return withPeer(browser, gguf, async (tab, open) => {
    await open();
    return tab.evaluate(measureInPage, {
      prefill,
      decode,
      runs,
      batch: BATCH,
      physicalBatch: PHYSICAL_BATCH,
      layers: ALL_LAYERS,
      probedWords: PROMPT_WORDS_PROBED,
    });
  });
}

/** In the page: loads the model, then answers the same prompt so many times. */
async function answerInPage({ prompt, contextLength, times, batch, physicalBatch, layers }) {
  const wllama = new globalThis.Wllama({ default: "/wllama/wasm/wllama.wasm" });
  await wllama.loadModelFromUrl("/model.gguf", {
    n_gpu_layers: layers,
    n_ctx: contextLength,
    n_batch: batch,
    n_ubatch: physicalBatch,
    n_parallel: 1,
    useCache: false,
    warmup: true,
  });
  const answers = [];
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now();
    const options = { max_tokens: 1, temperature: 0, cache_prompt: true, ignore_eos: true };
    const { timings } = await wllama.createCompletion({ prompt, ...options });
    answers.push({ firstTokenMs: performance.now() - startedAt, readTokens: timings.prompt_n });
  }
  return answers;
}

/** The same prompt answered, answered again, and answered after a reload of the page: time to the first token, tokens read. */
export function measureWllamaAgain({ browser, gguf, prompt, contextLength }) {
  const sizes = { batch: BATCH, physicalBatch: PHYSICAL_BATCH, layers: ALL_LAYERS };
  return withPeer(browser, gguf, async (tab, open) => {
    await open();
    const [first, again] = await tab.evaluate(answerInPage, { prompt, contextLength, times: 2, ...sizes });
    await open();
    const [reloaded] = await tab.evaluate(answerInPage, { prompt, contextLength, times: 1, ...sizes });
    return { first, again, reloaded };
  });
}
