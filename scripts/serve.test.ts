import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { policyOf } from "../workers/service/policies.mjs";
import { parseRange, serve } from "./serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "jamba-serve-"));
let server: Server;
let address: string;

beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "model.gguf"), "0123456789");
  ({ server, address } = await serve({ root: folder, port: 0 }));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it("serves the page with a policy that runs only the app's own scripts", async () => {
  const response = await fetch(`${address}/`);
  expect(await response.text()).toBe("<!doctype html>");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toBe(policyOf("page"));
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("cache-control")).toBe("no-cache");
});

it("serves each worker's script with its own policy, and what is neither page nor worker with none that allows anything", async () => {
  const policyAt = async (path: string) =>
    (await fetch(address + path)).headers.get("content-security-policy");
  expect(await policyAt("/assets/inference-worker-DNrsKyFl.js")).toBe(policyOf("engine"));
  expect(await policyAt("/assets/documents-worker-DNrsKyFl.js")).toBe(policyOf("sealed"));
  expect(await policyAt("/model.gguf")).toBe(policyOf("inert"));
});

it("serves ranges, as a resumed download needs", async () => {
  const range = (value: string) => fetch(`${address}/model.gguf`, { headers: { Range: value } });
  const part = await range("bytes=2-4");
  expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
    206,
    "bytes 2-4/10",
    "234",
  ]);
  expect(await (await range("bytes=-3")).text()).toBe("789");
  expect((await range("bytes=10-")).status).toBe(416);
  const stale = await fetch(`${address}/model.gguf`, {
    headers: { Range: "bytes=2-4", "If-Range": '"other"' },
  });
  expect([stale.status, await stale.text()]).toEqual([200, "0123456789"]);
});

it("reads the forms of a Range header", () => {
  expect(parseRange(undefined, 10)).toBeNull();
  expect(parseRange("bytes=-", 10)).toBeNull();
  expect(parseRange("bytes=0-3,5-6", 10)).toBeNull();
  expect(parseRange("bytes=5-", 10)).toEqual({ start: 5, end: 9 });
  expect(parseRange("bytes=5-99", 10)).toEqual({ start: 5, end: 9 });
  expect(parseRange("bytes=-99", 10)).toEqual({ start: 0, end: 9 });
  expect(parseRange("bytes=7-5", 10)).toBe("unsatisfiable");
});

it("serves nothing outside its folder", async () => {
  const outside = join(tmpdir(), `${folder.split("/").at(-1)}-secret.txt`);
  writeFileSync(outside, "secret");
  const name = outside.split("/").at(-1);
  for (const path of [`/../${name}`, `/%2e%2e/${name}`, `/..%2f${name}`, `/a/../../${name}`]) {
    const status = await new Promise((resolve) => {
      // fetch() would tidy the path before it is sent
      request(address, { path }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status, path).toBe(404);
  }
  rmSync(outside);
});

it("takes the next port where the wanted one is taken", async () => {
  const taken = Number(new URL(address).port);
  const second = await serve({ root: folder, port: taken });
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  second.server.close();
  await expect(serve({ root: folder, port: taken, portsTried: 1 })).rejects.toThrow("EADDRINUSE");
});
