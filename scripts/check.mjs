// Types, lint and the lockfile: the fast half of `npm test`.
import { spawnSync } from "node:child_process";

const steps = [
  ...["src", "workers", "workers/tsconfig.test.json", "scripts", "fuzz", "soak", "e2e"].map((project) => [
    "tsc",
    "-p",
    project,
  ]),
  ["biome", "check", "--error-on-warnings", "."],
  ["node", "scripts/complete-lockfile.mjs", "--check"],
  ["node", "scripts/licences.mjs", "--check"],
];
const failed = steps.filter(([command, ...args]) => {
  console.log(`> ${command} ${args.join(" ")}`);
  const run = command === "node" ? [process.execPath, args] : ["npx", ["--no-install", command, ...args]];
  return spawnSync(...run, { stdio: "inherit" }).status !== 0;
});
process.exit(failed.length ? 1 : 0);
