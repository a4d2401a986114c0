// Everything that `npm test` means: types and lint, unit, fuzzing (fuzz/), kernels, bugs planted in kernels, kernels in Firefox,
// soaks; build, its size, what it is made of, stories. Ends with the table of faults (e2e/fault-table.mjs) and one line that counts.
//   node scripts/test.mjs [stage…]      (check unit fuzz gpu mutants firefox soak build size supply e2e)
//
// Two lanes run side by side, each its stages in order: much of a stage is one busy thread, and two cores are the rule. Stories
// come in parts, which either lane takes when it has done its own stages, so that both end at about the same time. The second
// lane's output waits for the first one's end.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FAULTS } from "../e2e/fault-table.mjs";
import { ensureChromium } from "./chromium.mjs";
import { describeFaults, judgeFaults, readPlaywright, readVitest } from "./fault-report.mjs";
import { ensureFirefox } from "./firefox.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "jamba-tests-"));
const npx = ["npx", "--no-install"];

const vitest = (project) => ({
  name: project,
  command: [
    ...npx,
    ...["vitest", "run", "--project", project, "--reporter=default", "--reporter=json"],
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
  needsBrowser: true, // unit tests of the tools run Dawn on the SwiftShader that comes with it
  count: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  readTests: readVitest,
});

/** A program of ours that writes how many of its checks passed. */
const counted = (name, command) => ({
  name,
  command: [process.execPath, ...command, join(reports, `${name}.json`)],
  needsBrowser: true, // for its SwiftShader
  count: (report) => report,
  readTests: () => [],
});

const kernelLane = [
  { name: "check", command: [process.execPath, "scripts/check.mjs"] },
  vitest("unit"),
  counted("fuzz", ["scripts/run.mjs", "fuzz/main.ts", "--report"]),
  vitest("gpu"),
  counted("mutants", ["scripts/mutants.mjs"]),
  {
    ...vitest("firefox"),
    needsBrowser: false,
    /** Why it cannot run here. */
    findObstacle: () => (ensureFirefox() ? null : "it needs Firefox, or Debian and root to install it"),
  },
  vitest("soak"),
];

const storyLane = [
  { name: "build", command: ["npm", "run", "build"] },
  { name: "size", command: [...npx, "size-limit"] },
  { name: "supply", command: [process.execPath, "scripts/supply.mjs"] },
];

/** Enough that the last one leaves the other lane idle for a minute or so, and few as each starts a browser and a server. */
const STORY_PARTS = 8;

const stories = Array.from({ length: STORY_PARTS }, (_, index) => {
  const part = index + 1;
  const playwright = [...npx, "playwright", "test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"];
  return {
    name: "e2e",
    part,
    command: [...playwright, `--shard=${part}/${STORY_PARTS}`, `--output=test-results/part-${part}`],
    env: async () => ({
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `e2e-${part}.json`),
      E2E_PORT: String(await findFreePort()),
    }),
    needsBrowser: true,
    count: ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
    readTests: readPlaywright,
  };
});

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What a lane prints: at once, or kept until release(). */
function createOutput(isLive) {
  const kept = [];
  return {
    write(text) {
      if (isLive) process.stdout.write(text);
      else kept.push(text);
    },
    release() {
      isLive = true;
      for (const text of kept.splice(0)) process.stdout.write(text);
    },
  };
}

function run([command, ...args], env, output) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env,
      shell: process.platform === "win32",
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => output.write(text));
    child.once("error", (error) => {
      output.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Every test of the stages so far, for the table of faults. */
const ranTests = [];

/** Counts of one stage. One that fails without a failed test, or runs none, is a failure itself. */
async function runStage(stage, CHROME, output) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const name = stage.part === undefined ? stage.name : `${stage.name}-${stage.part}`;
  output.write(`\n=== ${name}\n`);
  const obstacle = stage.findObstacle?.();
  if (obstacle) {
    output.write(`=== ${name} did not run: ${obstacle}\n`);
    return { ...none, failed: process.env.CI ? 1 : 0 };
  }
  const startedAt = performance.now();
  const env = { ...process.env, ...(await stage.env?.()), ...(stage.needsBrowser ? { CHROME } : {}) };
  const code = await run(stage.command, env, output);
  output.write(`=== ${name}: ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  if (!stage.count) return { ...none, failed: code === 0 ? 0 : 1 };
  const report = JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8"));
  ranTests.push(...stage.readTests(report));
  const counts = stage.count(report);
  if (counts.passed + counts.failed === 0) throw new Error("no test ran");
  if (code === 0 || counts.failed > 0) return counts;
  output.write(`${name} ended with code ${code}\n`);
  return { ...counts, failed: 1 };
}

const wanted = process.argv.slice(2);
const all = [...kernelLane, ...storyLane, ...stories];
const unknown = wanted.filter((name) => !all.some((stage) => stage.name === name));
if (unknown.length > 0) throw new Error(`No such stage: ${unknown.join(", ")}`);
const pick = (stages) => stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const total = { passed: 0, failed: 0, skipped: 0 };
const failedStages = new Set();
const CHROME = pick(all).some(({ needsBrowser }) => needsBrowser) ? await ensureChromium() : undefined;

async function countStage(stage, output) {
  const counts = await runStage(stage, CHROME, output).catch((error) => {
    output.write(`${stage.name}: ${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  if (counts.failed > 0) failedStages.add(stage.name);
  for (const key of Object.keys(total)) total[key] += counts[key];
}

async function runLane(stages, output) {
  for (const stage of stages) await countStage(stage, output);
}

const wantedStories = pick(stories);
async function runStories(output) {
  for (let part = wantedStories.shift(); part; part = wantedStories.shift()) await countStage(part, output);
}

const [kernelOutput, storyOutput] = [createOutput(true), createOutput(false)];
const built = runLane(pick(storyLane), storyOutput);
const running = [
  [runLane(pick(kernelLane), kernelOutput), kernelOutput],
  [built, storyOutput],
].map(([own, output]) => Promise.all([own, built]).then(() => runStories(output)));
await running[0];
storyOutput.release();
await running[1];
rmSync(reports, { recursive: true, force: true });

const judged = judgeFaults(FAULTS, ranTests);
if (ranTests.length > 0) console.log(`\n${describeFaults(judged)}`);
if (judged.unknown.length > 0) {
  failedStages.add("faults");
  total.failed += judged.unknown.length;
}
if (failedStages.size > 0) console.log(`\nFailed: ${[...failedStages].join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
