import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { headersOf, metaPolicy, policyOf, type Role, roleOf } from "./policies.mjs";

const roles: readonly Role[] = ["page", "engine", "fetcher", "reader", "sealed", "service", "inert"];

it("gives each file of the built app its role, and what it does not know the strictest", () => {
  expect(roleOf("/")).toBe("page");
  expect(roleOf("/apps/jamba/bench.html")).toBe("page");
  expect(roleOf("/assets/inference-worker-DNrsKyFl.js")).toBe("engine");
  expect(roleOf("/apps/jamba/assets/fetch-worker-7DW8_RZ-.js")).toBe("fetcher");
  expect(roleOf("/assets/chunk-worker-DWSZ3NO9.js")).toBe("reader");
  for (const name of ["documents", "chats", "citations"])
    expect(roleOf(`/assets/${name}-worker-D6k3inLr.js`)).toBe("sealed");
  expect(roleOf("/sw.js")).toBe("service");
  for (const path of ["/assets/pdf.worker-CgHvibYH.js", "/icons/icon.svg", "/nothing", "/a/fetch-worker.js"])
    expect(roleOf(path)).toBe("inert");
});

it("says for each role what may be reached, word by word", () => {
  const written = roles.flatMap((role) => [role, policyOf(role), policyOf(role, { isLocked: true })]);
  expect(written).toMatchSnapshot();
  expect(headersOf("/icons/icon.svg")).toMatchSnapshot();
});

it("lets other hosts be reached by the worker that fetches models and by the service worker alone", () => {
  const open = roles.filter((role) => /https:|\*/.test(policyOf(role)));
  expect(open).toEqual(["fetcher", "service"]);
  for (const role of roles) expect(policyOf(role, { isLocked: true })).not.toMatch(/connect-src|https:/);
  expect(metaPolicy()).toContain("connect-src 'self'");
  expect(metaPolicy()).not.toContain("frame-ancestors");
});

it("begins every worker with the guard that takes ways out away", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const files = ["src", "workers"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /(^|[/-])worker\.ts$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(5);
  const first = (file: string) => /^import (.*)$/m.exec(readFileSync(root + file, "utf8"))?.[1] ?? "";
  expect(files.filter((file) => !/^"(\.\.\/)+(workers\/)?(guard|sealed)";$/.test(first(file)))).toEqual([]);
});
