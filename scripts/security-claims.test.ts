// SECURITY.md says which test would fail if a promise did not hold: each of them must be there, under that title.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = ["src", "workers", "e2e", "scripts"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
);

interface Claim {
  readonly file: string;
  readonly title: string | null; // "[…]" stands for words left out
}

/** A file in backquotes, then titles of it in quotation marks, all in lists and sentences of promises. */
function listClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  let file = "";
  for (const [, named, title] of text.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)`|"([^"]+)"/g)) {
    if (named !== undefined) {
      file = named;
      claims.push({ file, title: null });
    } else if (title !== undefined && file !== "") claims.push({ file, title: title.replace(/\s+/g, " ") });
  }
  return claims;
}

const promises = readFileSync(join(root, "SECURITY.md"), "utf8")
  .split("## What is promised")[1]
  ?.split("## What is not promised")[0];
const claims = listClaims(
  [...(promises ?? "").matchAll(/^- `[\s\S]*?(?=\n-|\n\n)|^\*\*5[\s\S]*?\n\n/gm)].join("\n"),
);

it("finds the claims", () => {
  expect(claims.filter(({ title }) => title !== null).length).toBeGreaterThan(10);
  expect(claims.filter(({ title }) => title === null).length).toBeGreaterThan(10);
});

it.each(claims)("%o", ({ file, title }) => {
  const [path, ...others] = files.filter((name) => name === file || name.endsWith(`/${file}`));
  expect([path, others]).toEqual([expect.any(String), []]);
  const text = readFileSync(join(root, path as string), "utf8").replace(/\s+/g, " ");
  for (const words of title?.split("[…]") ?? []) expect(text).toContain(words.trim());
});
