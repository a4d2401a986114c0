// Times what a long document costs, in the built app and as its user meets it: reading it, saving what was read, a first answer,
// the same again, and an answer after the page was reloaded. With --peer wllama it asks that the same on the same file.
//   npm run build && node scripts/bench-documents.mjs [--gguf FILE] [--tokens 32000,100000] [--context 131072]
//                    [--peer wllama] [--peer-tokens 32000] [--json OUT]
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findWllama, measureWllamaAgain } from "./bench-wllama.mjs";
import {
  downloadModel,
  measureAnswer,
  openApp,
  openBrowser,
  pause,
  readStore,
  send,
  takeIntoUse,
  waitReady,
} from "./drive-app.mjs";

const BUNDLED = fileURLToPath(new URL("../public/models/jamba-tiny-q4_k_m.gguf", import.meta.url));
const PEER_ROOM = 1024; // tokens of its context beyond the document
/** One token each in Jamba's vocabulary. */
const WORDS =
  "the of and to in that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will more no if out so said what up".split(
    " ",
  );

/** About so many tokens; documents of other lengths begin otherwise, so that none is read already. */
function writeDocument(tokens) {
  let state = tokens;
  const word = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return WORDS[(state >> 8) % WORDS.length];
  };
  return Array.from({ length: tokens }, word).join(" ");
}

/** From now until a state of so many tokens is on the disk, and the longest time without a frame meanwhile. */
async function watchSave(page, minTokens) {
  const startedAt = performance.now();
  await page.evaluate(() => {
    const frames = { lastAt: performance.now(), longestMs: 0, isOver: false };
    globalThis.benchFrames = frames;
    const onFrame = (now) => {
      frames.longestMs = Math.max(frames.longestMs, now - frames.lastAt);
      frames.lastAt = now;
      if (!frames.isOver) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
  const isSaved = async () =>
    (await readStore(page, "jamba-states", "records")).some(({ tokenCount }) => tokenCount >= minTokens);
  while (!(await isSaved())) await pause();
  const ms = performance.now() - startedAt;
  const longestFrameMs = await page.evaluate(() => {
    globalThis.benchFrames.isOver = true;
    return globalThis.benchFrames.longestMs;
  });
  return { ms, longestFrameMs };
}

/** In the page: until the attached document has been read; how long from now. */
function watchReading() {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const timer = setInterval(() => {
      const chip = document.querySelector('[aria-label="Attached documents"] li')?.textContent ?? "";
      if (!/ · read$/.test(chip)) return;
      clearInterval(timer);
      resolve({ ms: performance.now() - startedAt, chip });
    }, 5);
  });
}

async function measureDocument(page, tokens) {
  const buffer = Buffer.from(writeDocument(tokens));
  await page.getByRole("button", { name: "New chat" }).first().click();
  const startedAt = performance.now();
  await page
    .getByTestId("document-picker")
    .setInputFiles([{ name: "long.txt", mimeType: "text/plain", buffer }]);
  const { chip } = await page.evaluate(watchReading);
  const readMs = performance.now() - startedAt;
  const saved = await watchSave(page, Math.floor(tokens * 0.9));
  const { stats: first } = await measureAnswer(page, () => send(page, "What does it say?"));
  const conversation = await watchSave(page, first.promptTokens);
  const { stats: again } = await measureAnswer(page, () =>
    page.getByRole("button", { name: "Regenerate" }).last().click(),
  );
  await watchSave(page, again.promptTokens);
  await page.reload();
  await waitReady(page);
  const { stats: reloaded } = await measureAnswer(page, () => send(page, "And what else?"));
  return { tokens, chip, readMs, saved, first, conversation, again, reloaded };
}

const seconds = (ms) => `${(ms / 1000).toFixed(3)} s`;

function describeDocument({ chip, readMs, saved, first, again, reloaded }) {
  const answer = ({ timeToFirstTokenMs, readTokens, promptTokens, tokensPerSecond }) =>
    `first token ${seconds(timeToFirstTokenMs)}, read ${readTokens} of ${promptTokens}, ${tokensPerSecond?.toFixed(0)} tokens/s`;
  return [
    `  ${chip}`,
    `    attached, parsed and read  ${seconds(readMs)}`,
    `    then saved                 ${seconds(saved.ms)}, longest frame ${saved.longestFrameMs.toFixed(0)} ms`,
    `    first answer               ${answer(first)}`,
    `    again                      ${answer(again)}`,
    `    answer after the reload    ${answer(reloaded)}`,
  ].join("\n");
}

async function measureApp(gguf, documents, contextLength) {
  const settings = { temperature: 0, maxTokens: 32, contextLength };
  const { page, address, modelUrl, close } = await openApp(gguf ?? null, settings);
  try {
    await page.goto(address);
    await waitReady(page);
    if (gguf) await takeIntoUse(page, await downloadModel(page, modelUrl));
    const figures = [];
    for (const tokens of documents) {
      figures.push(await measureDocument(page, tokens));
      console.log(describeDocument(figures.at(-1)));
    }
    return figures;
  } catch (error) {
    console.log(((await page.locator("body").textContent()) ?? "").slice(0, 1500));
    throw error;
  } finally {
    await close();
  }
}

async function measurePeer(gguf, tokens) {
  const { context, close } = await openBrowser();
  try {
    const prompt = `${writeDocument(tokens)}\n\nWhat does it say?`;
    return await measureWllamaAgain({ browser: context, gguf, prompt, contextLength: tokens + PEER_ROOM });
  } finally {
    await close();
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      gguf: { type: "string" },
      tokens: { type: "string", default: "32000,100000" },
      context: { type: "string", default: "131072" },
      peer: { type: "string" },
      "peer-tokens": { type: "string", default: "32000" },
      json: { type: "string" },
    },
  });
  if (values.peer !== undefined && values.peer !== "wllama") throw new Error("--peer can be wllama");
  if (values.peer) findWllama(); // says so before minutes of measuring
  const app = await measureApp(values.gguf, values.tokens.split(",").map(Number), Number(values.context));
  const result = { app };
  if (values.peer) {
    result.peer = await measurePeer(values.gguf ?? BUNDLED, Number(values["peer-tokens"]));
    for (const [name, { firstTokenMs, readTokens }] of Object.entries(result.peer).filter(
      ([key]) => key !== "version",
    ))
      console.log(
        `  wllama ${result.peer.version}, ${name}: first token ${seconds(firstTokenMs)}, read ${readTokens}`,
      );
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 1)}\n`);
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
