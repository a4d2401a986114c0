// One project a mutant: the tests that must notice it, in Node on Dawn, with the bug in the shader; and all these tests without
// a bug, so that none of them fails for another reason.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { MUTANTS, type Mutant } from "./mutants";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The shader's text with the bug in it, in place of the file. */
function plant({ bug, shader, find, replace }: Mutant): Plugin {
  const path = `${root}shaders/${shader}`;
  const code = readFileSync(path, "utf8");
  const parts = code.split(find);
  if (parts.length !== 2)
    throw new Error(`Mutant "${bug}": its text stands ${parts.length - 1} times in ${shader}, not once.`);
  const planted = `export default ${JSON.stringify(parts.join(replace))};`;
  return { name: "plant-bug", enforce: "pre", load: (id) => (id === `${path}?raw` ? planted : null) };
}

const project = (
  name: string,
  test: string[],
  tests: RegExp,
  plugins: Plugin[],
): TestProjectInlineConfiguration => {
  const options = {
    name,
    include: test.map((file) => `workers/inference/gpu/${file}`),
    testNamePattern: tests, // of a project, too, though Vitest's types have it for a whole run alone
    setupFiles: ["scripts/dawn-setup.ts"],
    environment: "node" as const,
    testTimeout: 60_000,
  };
  return { root, plugins, test: options };
};

const files = [...new Set(MUTANTS.map(({ test }) => test))];
const anyOf = new RegExp(MUTANTS.map(({ tests }) => tests.source).join("|"));

export default defineConfig({
  root,
  test: {
    projects: [
      project("no bug", files, anyOf, []),
      ...MUTANTS.map((mutant) => project(mutant.bug, [mutant.test], mutant.tests, [plant(mutant)])),
    ],
  },
});
