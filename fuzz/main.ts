// Fuzzes what reads what comes from outside.
//   npm run fuzz -- [--seed 1] [--times 1] [--report FILE.json] [target…]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Report, runTarget } from "./run";
import { listTargets } from "./targets/all";

const SEED = 1; // CI asks the same of every commit

export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { seed: { type: "string" }, times: { type: "string" }, report: { type: "string" } },
  });
  const seed = Number(values.seed ?? SEED);
  const times = Number(values.times ?? 1);
  const targets = listTargets();
  const unknown = positionals.filter((name) => !targets.some((target) => target.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such target: ${unknown.join(", ")}. There are ${targets.map(({ name }) => name).join(", ")}.`,
    );
    return 2;
  }
  // A refusal is an error, and an error's stack is what takes most of its time.
  if (!process.env.DEBUG) Error.stackTraceLimit = 0;
  const reports: Report[] = [];
  console.log(`target            kept    tried    taken  refused      s   (seed ${seed})`);
  for (const { name, load } of targets) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const target = await load();
    const report = await runTarget(target, { seed, count: Math.ceil(target.count * times) });
    reports.push(report);
    const { replayed, tried, taken, refused, seconds, findings } = report;
    const figures = [replayed, tried, taken, refused].map((value) => String(value).padStart(9)).join("");
    console.log(`${name.padEnd(13)}${figures}${seconds.toFixed(1).padStart(7)}`);
    for (const finding of findings) console.error(`  FOUND ${finding}`);
  }
  const failed = reports.filter(({ findings }) => findings.length > 0).length;
  console.log(`${reports.length - failed} targets without a finding, ${failed} with some`);
  if (values.report) {
    writeFileSync(values.report, JSON.stringify({ passed: reports.length - failed, failed, skipped: 0 }));
  }
  return failed > 0 ? 1 : 0;
}
