// The bundled model's held-out questions, asked through the page: as many right answers as its card promises. A few of the
// shortest; scripts/ask-held-out.mjs asks all 200.
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { hasShared, sharedPath } from "../scripts/shared";
import { ask, expectAnswer, messages, openReady, paste, sendButton } from "./story";
import { test } from "./test";

const MOST_TOKENS = 190;
const CASES_A_SET = 1;
/** What rounding to 4 bits and a few cases may cost; the card gives ± 5 points for its own. */
const TOLERANCE = 0.07;

interface HeldOutCase {
  readonly set: string;
  readonly tokens: number;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly value: string;
  readonly right: boolean; // the f16 model's own answer, under another engine
}

function chooseCases(): HeldOutCase[] {
  const lines = readFileSync(sharedPath("models/jamba-tiny-eval.jsonl"), "utf8").trim().split("\n");
  const counts = new Map<string, number>();
  return lines
    .map((line) => JSON.parse(line) as HeldOutCase)
    .filter(({ tokens }) => tokens <= MOST_TOKENS)
    .sort((a, b) => a.tokens - b.tokens)
    .filter(({ set }) => {
      const before = counts.get(set) ?? 0;
      counts.set(set, before + 1);
      return before < CASES_A_SET;
    });
}

/** The answer to the case's last question, each in a chat of its own; earlier turns are asked and answered anew. */
async function answerOf(page: Page, { messages: turns }: HeldOutCase): Promise<string> {
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(messages(page)).toHaveCount(0);
  const [first, ...more] = turns.filter(({ role }) => role === "user").map(({ content }) => content);
  await paste(page, first ?? "");
  await sendButton(page).click();
  let answer = await expectAnswer(page);
  for (const question of more) answer = await ask(page, question);
  const text = (await answer.textContent()) ?? "";
  return text.replace(/\d[\d,]* tokens? · .*$/s, ""); // the figures below it
}

test(`answers held-out questions as well as the model's card says${hasShared ? "" : " (did not run: needs ../shared)"}`, async ({
  page,
}) => {
  test.skip(!hasShared, "needs ../shared");
  const cases = chooseCases();
  test.setTimeout(60_000 + cases.reduce((sum, { tokens }) => sum + 30_000 + 100 * tokens, 0));
  await openReady(page);
  const scores = new Map<string, { asked: number; right: number; expected: number }>();
  for (const item of cases) {
    const answer = await answerOf(page, item);
    const score = scores.get(item.set) ?? { asked: 0, right: 0, expected: 0 };
    score.asked += 1;
    score.right += Number(answer.includes(item.value));
    score.expected += Number(item.right);
    scores.set(item.set, score);
  }
  const all = [...scores.values()];
  const total = (key: "asked" | "right" | "expected") => all.reduce((sum, score) => sum + score[key], 0);
  console.table(Object.fromEntries(scores));
  expect(total("asked")).toBe(cases.length);
  expect(total("right")).toBeGreaterThanOrEqual(total("expected") - TOLERANCE * total("asked"));
});
