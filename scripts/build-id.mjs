// Names a build by what it is made of: two checkouts of the same sources have the same name, whatever their history and machine.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "workers", "shaders"];
const FILES = ["index.html", "bench.html", "vite.config.ts", "package-lock.json"];

const isBuiltIn = (name) => /\.(ts|tsx|mjs|css|wgsl)$/.test(name) && !/\.test\.tsx?$/.test(name);

/** @param {string} version */
export function nameBuild(version) {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter(isBuiltIn)
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  const hash = createHash("sha256");
  for (const name of [...names.sort(), ...FILES])
    hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  return `${version} ${hash.digest("hex").slice(0, 16)}`;
}
