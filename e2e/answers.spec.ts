// Answers as a reader meets them: rich text, code, formulas, what is copied of them, and what a model may not do with them.
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { messages } from "./story";
import { test } from "./test";

const CODE = Array.from(
  { length: 40 },
  (_, index) => `    total += weights[${index}] * inputs[${index}]  # step ${index}`,
);

const RICH = `# How a fox is weighed

A fox weighs about **5.5 kg**, or \`12.1\` pounds; see [the keeper's notes](https://notes.example.org/foxes?page=2) or https://example.org/scales. It costs $5 and $6 a day, ~~never more~~ rarely more.

## What you need

1. A scale, *calibrated*
2. A fox:
   - calm
   - fed
     - but not too much
3. Somebody who writes it down

- [x] Scale calibrated
- [ ] Fox fed

### Results

| Fox | Weight (kg) | Remarks |
| :--- | ---: | :---: |
| Red | 5.5 | calm |
| Arctic | 3.2 | cold<br>and shy |
| Fennec | 1.25 | \`ears\` |

> The smaller the fox, the **quicker** it is off the scale.

The mean is $\\bar{m} = \\frac{1}{n}\\sum_{i=1}^{n} m_i$, a number in $\\mathbb{R}$, and its error

$$
\\sigma_{\\bar{m}} = \\sqrt{\\frac{\\sum_{i=1}^{n} (m_i - \\bar{m})^2}{n(n-1)}}
$$

so that \\[ \\begin{aligned} \\bar{m} &= 3.3166 \\\\ \\sigma &\\approx \\boxed{1.23} \\end{aligned} \\]

\`\`\`python
from statistics import mean

def weigh(foxes: list[Fox]) -> float:
    """The mean weight, in kg."""
    return mean(fox.weight for fox in foxes if fox.is_calm and not fox.is_hungry)  # 3.3166, give or take a whisker
\`\`\`

![a fox on a scale](https://pictures.example.org/fox.png) <script>alert("fox")</script>

---

\`\`\`py
def total(weights, inputs):
${CODE.join("\n")}
\`\`\`
`;

interface Held {
  readonly text: string;
  readonly startsInThought?: boolean;
  readonly thoughtMs?: number;
}

/** A chat that was held earlier, as storage keeps it: the tiny model does not write like this. */
async function openAnswer(page: Page, answer: Held): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await page.evaluate(async (held) => {
    const put = async (name: string, store: string, key: string, value: unknown): Promise<void> => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.result.createObjectStore(store);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const change = opened.transaction(store, "readwrite");
      change.objectStore(store).put(value, key);
      await new Promise((resolve) => {
        change.oncomplete = resolve;
      });
      opened.close();
    };
    const base = { conversationId: "chat", createdAt: 1 };
    const question = {
      ...base,
      id: "q",
      parentId: null,
      role: "user",
      text: "How heavy is a fox?",
      documents: [],
    };
    const stats = { generatedTokens: 512, tokensPerSecond: 61.2, timeToFirstTokenMs: 240 };
    const reply = {
      ...base,
      id: "a",
      parentId: "q",
      role: "assistant",
      modelName: "Jamba2 3B",
      stats,
      problem: null,
    };
    await put("jamba-messages", "messages", "chat/q", question);
    await put("jamba-messages", "messages", "chat/a", {
      ...reply,
      startsInThought: false,
      status: "end-of-turn",
      ...held,
    });
    const conversation = { id: "chat", title: "Foxes", createdAt: 1, updatedAt: 1, leafId: "a" };
    await put("jamba-conversations", "conversations", "chat", conversation);
  }, answer);
  await page.goto("/#chat=chat");
  await page.reload();
  await expect(messages(page)).toHaveCount(2);
}

const answerOf = (page: Page) => messages(page).last();

/** What the clipboard holds, by type. */
const clipboard = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types) found[type] = await (await item.getType(type)).text();
    }
    return found;
  });

test("draws a rich answer, fetches nothing for it, and copies it as text and as rich text", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).host.endsWith("example.org")) foreign.push(request.url());
  });
  await openAnswer(page, { text: RICH });
  const answer = answerOf(page);
  await expect(answer.locator("math")).toHaveCount(4);
  await expect(answer.locator(".hljs-keyword").first()).toHaveText("from");
  await expect(answer.getByRole("heading", { level: 3 })).toHaveText("How a fox is weighed");
  await expect(answer.getByRole("link", { name: "the keeper's notes notes.example.org" })).toBeVisible();
  await expect(answer.getByRole("img", { name: "Picture, not loaded" })).toBeVisible();
  await expect(answer).toContainText('<script>alert("fox")</script>');
  await expect(answer).toContainText("It costs $5 and $6 a day");
  expect(await answer.locator("img, script, iframe").count()).toBe(0);
  await examine(page, "answer-rich-end");

  const fold = answer.getByRole("button", { name: "Show all 41 lines" });
  await fold.click();
  await expect(answer.getByRole("button", { name: "Show less" })).toHaveAttribute("aria-expanded", "true");
  await answer.getByText("step 39").scrollIntoViewIfNeeded();
  const copy = answer.getByRole("button", { name: "Copy code" }).last();
  await expect(copy).toBeInViewport(); // its header stays
  await copy.click();
  await expect(answer.getByRole("button", { name: "Copied" })).toBeVisible();
  expect((await clipboard(page))["text/plain"]).toBe(`def total(weights, inputs):\n${CODE.join("\n")}`);

  const long = answer.locator("pre").first();
  const wrap = answer.getByRole("button", { name: "Wrap long lines" }).first();
  await page.setViewportSize({ width: 600, height: 800 });
  expect(await long.evaluate((pre) => pre.scrollWidth > (pre.parentElement?.clientWidth ?? 0))).toBe(true);
  await wrap.click();
  await expect(wrap).toHaveAttribute("aria-pressed", "true");
  expect(await long.evaluate((pre) => pre.scrollWidth <= (pre.parentElement?.clientWidth ?? 0))).toBe(true);

  await answer.getByRole("button", { name: "Copy answer" }).click();
  await expect(answer.getByRole("button", { name: "Copied" }).last()).toBeVisible();
  await expect.poll(async () => (await clipboard(page))["text/html"]).toBeDefined();
  const copied = await clipboard(page);
  expect(copied["text/plain"]).toBe(RICH);
  expect(copied["text/html"]).toMatch(/<h3[^>]*>How a fox is weighed<\/h3>/);
  expect(copied["text/html"]).not.toMatch(/<button|Show less|link-target|<math/);
  expect(foreign).toEqual([]);
});

const RIGHT_TO_LEFT = `## שקילת שועלים

שועל שוקל כ־**5.5 ק״ג**, ראו [את ההערות](https://notes.example.org/foxes) או \`npm install fox\`.

1. מאזניים
2. שועל רגוע:
   - מואכל
   - English item

| שועל | משקל |
| :--- | ---: |
| אדום | 5.5 |
| Fennec | 1.25 |

> ككل ثعلب صغير، إنه **سريع**.

An English paragraph, then $m = 5.5$ and

$$
\\bar{m} = \\frac{1}{n}\\sum_{i=1}^{n} m_i
$$

\`\`\`js
const fox = { weight: 5.5 }; // "כבד"
\`\`\`
`;

test("sets each block in its own direction, in the dark, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await openAnswer(page, { text: RIGHT_TO_LEFT });
  const answer = answerOf(page);
  await expect(answer.locator("math")).toHaveCount(2);
  await expect(answer.locator(".hljs-keyword")).toHaveText("const");
  const left = (selector: string, index = 0) =>
    answer
      .locator(selector)
      .nth(index)
      .evaluate((element) => element.getBoundingClientRect().left);
  await expect(answer.locator("blockquote")).toHaveCSS("direction", "rtl");
  await expect(answer.locator("table")).toHaveCSS("direction", "rtl");
  await expect(answer.locator("pre")).toHaveCSS("direction", "ltr");
  await expect(answer.getByText("English item")).toHaveCSS("direction", "ltr");
  expect(await left("th", 0)).toBeGreaterThan(await left("th", 1));
  await examine(page, "answer-phone-dark");
  await answer.getByRole("heading", { level: 3 }).scrollIntoViewIfNeeded();
  await examine(page, "answer-phone-dark-top");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await examine(page, "answer-phone-rtl");
});

test("folds what a reasoning model thought", async ({ page }) => {
  await openAnswer(page, {
    text: "A fox is *small*.\n\nSo it weighs little.\n</think>\n\nAbout 5.5 kg.",
    startsInThought: true,
    thoughtMs: 12_300,
  });
  const answer = answerOf(page);
  await expect(answer.getByText("About 5.5 kg.")).toBeVisible();
  await expect(answer.getByText("So it weighs little.")).toBeHidden();
  await answer.getByText("Thought for 12 s").click();
  await expect(answer.locator("em")).toHaveText("small");
  await expect(answer.getByText("So it weighs little.")).toBeVisible();
  await examine(page, "answer-thought");
});
