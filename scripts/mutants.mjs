// Do the kernel tests notice bugs? Plants the bugs of mutants.ts one at a time and prints which were caught.
//   node scripts/mutants.mjs [REPORT.json]
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";
import { swiftShaderEnvironment } from "./chromium.mjs";

const extra = await swiftShaderEnvironment();
if (extra) {
  const env = { ...process.env, XDG_RUNTIME_DIR: tmpdir(), ...extra }; // for a Vulkan layer that complains without one
  process.exit(spawnSync(process.execPath, process.argv.slice(1), { stdio: "inherit", env }).status ?? 1);
}

const config = fileURLToPath(new URL("mutants.config.ts", import.meta.url));
const vitest = await startVitest("test", [], { config, watch: false, reporters: [{}] });

/** A wrong result, and not a shader that does not compile or a GPU that is not there. */
const isWrongResult = ({ name }) => name === "AssertionError";

const rows = vitest.projects.map(({ name }) => {
  const modules = vitest.state.getTestModules().filter(({ project }) => project.name === name);
  const tests = modules
    .flatMap((module) => [...module.children.allTests()])
    .filter((test) => test.result().state !== "skipped");
  const failed = tests.filter((test) => test.result().state === "failed");
  const errors = [
    ...modules.flatMap((module) => module.errors()),
    ...failed.flatMap((test) => test.result().errors),
  ];
  const other = errors.find((error) => !isWrongResult(error));
  return {
    name,
    tests: tests.length,
    failed: failed.length,
    fault: other ? `${other.name}: ${other.message}` : "",
  };
});
const isRight = ({ name, tests, failed, fault }) =>
  tests > 0 && fault === "" && (name === "no bug" ? failed === 0 : failed > 0);
console.log("\nbug                                   tests  failed");
for (const row of rows) {
  const verdict = row.name === "no bug" ? "all pass" : "caught";
  console.log(
    `${row.name.padEnd(36)} ${String(row.tests).padStart(6)} ${String(row.failed).padStart(7)}  ${isRight(row) ? verdict : `NOT ${verdict} ${row.fault}`}`,
  );
}
const wrong = rows.filter((row) => !isRight(row)).length;
console.log(
  `\n${rows.length - 1} bugs planted, ${rows.filter((row) => isRight(row) && row.name !== "no bug").length} caught`,
);
const report = process.argv[2];
if (report) writeFileSync(report, JSON.stringify({ passed: rows.length - wrong, failed: wrong, skipped: 0 }));
await vitest.close();
process.exit(wrong > 0 ? 1 : 0);
