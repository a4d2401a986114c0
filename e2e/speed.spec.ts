// How soon a newcomer can type, on a computer a quarter as fast, and what a frame costs while an answer comes as fast as a fast GPU
// writes it and the reader scrolls. Figures are printed; the bounds leave room for a machine that others use too.
import { type Browser, expect, type Page } from "@playwright/test";
import { SCRIPT_AND_LAYOUT, startBusyClock } from "./busy-clock";
import { findFaults } from "./examine";
import { expectReady, messageBox, messages, openReady, sendButton } from "./story";
import { test } from "./test";

/** Ours is 1,500 ms; a test machine may be at work on something else. */
const MAX_INTERACTIVE_MS = 3_000;
const VISITS = 3;
const SLOWDOWN = 4;

/** The first visit of a new browser profile, until what is typed stays in the message box. */
async function timeFirstVisit(browser: Browser, url: string, slowdown: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(() => {
    const tryToType = (): void => {
      const box = document.querySelector<HTMLTextAreaElement>("main form textarea");
      box?.focus();
      if (box && document.execCommand("insertText", false, "a")) {
        requestAnimationFrame(() => setTimeout(() => performance.mark(box.value === "a" ? "typed" : "lost")));
      } else requestAnimationFrame(tryToType);
    };
    requestAnimationFrame(tryToType);
  });
  await page.goto(url);
  const mark = await page.waitForFunction(() => {
    const [first] = performance.getEntriesByType("mark");
    return first && { name: first.name, ms: first.startTime };
  });
  const { name, ms } = (await mark.jsonValue()) as { name: string; ms: number };
  if (slowdown === 1) expect(await findFaults(page)).toEqual([]);
  await context.close();
  expect(name, "what became of the typed letter").toBe("typed");
  return ms;
}

test("takes what is typed soon after the first visit begins, on a slow computer", async ({
  browser,
  baseURL,
}) => {
  const slow: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    slow.push(await timeFirstVisit(browser, baseURL ?? "", SLOWDOWN));
  }
  const fullSpeed = await timeFirstVisit(browser, baseURL ?? "", 1);
  const bestMs = Math.min(...slow);
  const figures = slow.map((ms) => ms.toFixed(0)).join(", ");
  console.log(
    `interactive on a CPU ${SLOWDOWN} times slower: ${figures} ms; at full speed: ${fullSpeed.toFixed(0)} ms`,
  );
  expect(bestMs).toBeLessThan(MAX_INTERACTIVE_MS);
});

const TOKENS_PER_SECOND = 500;
const SECONDS = 4;

/** Script, styles and layout: half of a frame at 60 a second. The other half is for painting, and for slower computers. */
const MAX_FRAME_MS = 8;

const ANSWER = `The council met on the first Monday, and **every member** was present; see \`the register\` for their names.

- The bridge by the mill was opened again, with a lamp at each end.
- The school has ninety children, and a second teacher from May.

| Item | Cost |
| --- | --- |
| Lamps | 420 |
| Stone | 9,100 |

\`\`\`js
const total = lamps + stone; // of the year
\`\`\`

`;

/** The worker is not asked; its port is kept, to answer in its place as fast as no software GPU can. */
async function takeWorkersPlace(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
      const call = message as { path?: string[]; argumentList?: { value: unknown }[] };
      if (call.path?.join() !== "generate") return Reflect.apply(post, this, [message, ...rest]);
      Object.assign(window, { answerPort: call.argumentList?.[1]?.value });
    };
  });
}

/** In the page: how many tokens came, and how many frames were drawn meanwhile. */
function streamAndScroll([tokens, perSecond, seconds]: readonly [readonly string[], number, number]) {
  const { answerPort } = window as unknown as { answerPort: MessagePort };
  const scroller = document.querySelector("[role=log]")?.parentElement as HTMLElement;
  const startedMs = performance.now();
  let sent = 0;
  const feed = setInterval(() => {
    const due = Math.floor(((performance.now() - startedMs) / 1000) * perSecond);
    for (; sent < due; sent++) {
      const value = { type: "text", text: tokens[sent % tokens.length], generatedTokens: sent + 1 };
      answerPort.postMessage({
        id: `${sent}`,
        type: "APPLY",
        path: [],
        argumentList: [{ type: "RAW", value }],
      });
    }
  });
  return new Promise<{ sent: number; frames: number }>((resolve) => {
    let frames = 0;
    let step = 40;
    const draw = (): void => {
      if (performance.now() - startedMs > seconds * 1000) {
        clearInterval(feed);
        resolve({ sent, frames });
        return;
      }
      frames++;
      const end = scroller.scrollHeight - scroller.clientHeight - 1;
      if (scroller.scrollTop <= 0 || scroller.scrollTop >= end) step = scroller.scrollTop <= 0 ? 40 : -40;
      scroller.scrollTop += step;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
}

test("scrolls at sixty frames a second while 500 tokens a second come", async ({ page }) => {
  await takeWorkersPlace(page);
  await openReady(page);
  await messageBox(page).fill("What was decided?");
  await sendButton(page).click();
  await expect(messages(page)).toHaveCount(2);
  await page.waitForFunction(() => "answerPort" in window);
  const tokens = ANSWER.repeat(40).match(/.{1,4}/gs) ?? []; // of about four characters, as in English
  const busyMs = await startBusyClock(page, SCRIPT_AND_LAYOUT);
  await page.evaluate(streamAndScroll, [tokens, TOKENS_PER_SECOND, 1] as const); // something to scroll
  const startedMs = await busyMs();
  const { sent, frames } = await page.evaluate(streamAndScroll, [
    tokens,
    TOKENS_PER_SECOND,
    SECONDS,
  ] as const);
  const frameMs = ((await busyMs()) - startedMs) / frames;
  console.log(
    `a frame while ${Math.round(sent / SECONDS)} tokens/s come: ${frameMs.toFixed(1)} ms of script and layout; ${(frames / SECONDS).toFixed(0)} frames/s`,
  );
  await expect(messages(page).last()).toContainText("second teacher from May");
  expect(sent).toBeGreaterThan(0.9 * SECONDS * TOKENS_PER_SECOND);
  expect(frameMs).toBeLessThan(MAX_FRAME_MS);
  await expectReady(page);
});
