// Types and lint: the fast half of `npm test`.
import { spawnSync } from "node:child_process";

const steps = [
  ...["src", "workers", "workers/tsconfig.test.json", "scripts", "e2e"].map((project) => [
    "tsc",
    "-p",
    project,
  ]),
  ["biome", "check", "--error-on-warnings", "."],
];
const failed = steps.filter(([command, ...args]) => {
  console.log(`> ${command} ${args.join(" ")}`);
  return spawnSync("npx", ["--no-install", command, ...args], { stdio: "inherit" }).status !== 0;
});
process.exit(failed.length ? 1 : 0);
