// Asks held-out questions through the built app and counts how many answers hold the right value, set by set, beside those that
// the cases say the model got right under another engine. A few of them are a story of their own (e2e/held-out.spec.ts).
//   npm run build && node scripts/ask-held-out.mjs --cases ../shared/models/jamba-tiny-eval.jsonl [--most-tokens 4000]
//                                                  [--most-cases 200] [--settings '{"isPrecise":true}'] [--json OUT]
// Wrong answers are printed. Minutes on a GPU, named by CHROME_GPU_FLAGS; an hour and a half without.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { listAnswers, measureAnswer, openApp, paste, send, waitReady } from "./drive-app.mjs";

/** The app makes a document of a paste of so many characters. */
const LONG_PASTE = 2500;

const { values } = parseArgs({
  options: {
    cases: { type: "string" },
    "most-tokens": { type: "string", default: "4000" },
    "most-cases": { type: "string", default: "200" },
    settings: { type: "string", default: "{}" }, // as the app stores them
    json: { type: "string" }, // every answer with its figures
  },
});
if (!values.cases) {
  console.error("usage: node scripts/ask-held-out.mjs --cases FILE [--most-tokens 4000]");
  process.exit(2);
}
const cases = readFileSync(values.cases, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line))
  .filter(({ tokens }) => tokens <= Number(values["most-tokens"]))
  .slice(0, Number(values["most-cases"]));

/** The answer to a case's last question, in a chat of its own; earlier turns are asked and answered anew. */
async function answerCase(page, { messages }) {
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.waitForFunction(() => !document.querySelector('[role="log"] article'));
  const questions = messages.filter(({ role }) => role === "user").map(({ content }) => content);
  let answer;
  for (const [index, question] of questions.entries()) {
    answer = await measureAnswer(page, async () => {
      if (index > 0 || question.length < LONG_PASTE) return send(page, question);
      await paste(page, question);
      await page.getByRole("button", { name: "Send", exact: true }).click();
    });
  }
  return answer;
}

const { page, address, close } = await openApp(null, { temperature: 0, ...JSON.parse(values.settings) });
const scores = new Map();
const answers = [];
try {
  await page.goto(address);
  await waitReady(page);
  for (const item of cases) {
    const score = scores.get(item.set) ?? { asked: 0, right: 0, elsewhere: 0 };
    const answer = await answerCase(page, item);
    answers.push({ set: item.set, value: item.value, text: answer.text, stats: answer.stats });
    const isRight = answer.text.includes(item.value);
    if (!isRight)
      console.log(`  ${item.value}: ${JSON.stringify([answer.text, answer.stats, answer.status])}`);
    score.asked += 1;
    score.right += Number(isRight);
    score.elsewhere += Number(item.right);
    scores.set(item.set, score);
  }
} finally {
  const asked = (await listAnswers(page)).length;
  await close();
  if (values.json) writeFileSync(values.json, `${JSON.stringify(answers, null, 1)}\n`);
  console.table(Object.fromEntries(scores));
  const total = (key) => [...scores.values()].reduce((sum, score) => sum + score[key], 0);
  console.log(
    `${total("asked")} cases (${asked} answers): ${total("right")} right, ${total("elsewhere")} under the other engine`,
  );
}
process.exit();
