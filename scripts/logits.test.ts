// The command-line tools as a user runs them, in processes of their own: Dawn in Node, on SwiftShader where there is no GPU.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { normalisedError } from "../workers/inference/gpu/normalised-error";
import { hasShared, sharedPath } from "./shared";

const folder = mkdtempSync(join(tmpdir(), "jamba-logits-"));
afterAll(() => rmSync(folder, { recursive: true }));

function logits(...args: string[]) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  return spawnSync("node", ["scripts/run.mjs", "scripts/logits.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });
}

function readLogits(name: string, ...args: string[]): Float32Array {
  const out = join(folder, name);
  const { status, stderr } = logits(...args, "--out", out);
  if (status !== 0) throw new Error(stderr);
  const bytes = readFileSync(out);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

describe("npm run logits", () => {
  it("says how it is used when it is not given a file", () => {
    const { status, stderr } = logits("--tokens", "1");
    expect(status).toBe(2);
    expect(stderr).toContain("usage: npm run logits");
  });

  it("names what is wrong with a file", () => {
    const { status, stderr } = logits("--gguf", "package.json", "--tokens", "1");
    expect(status).toBe(1);
    expect(stderr).toMatch(/ModelFormatError: .*GGUF/);
  });
});

const name = hasShared ? "against goldens" : "against goldens (did not run: needs ../shared)";
describe.skipIf(!hasShared)(name, () => {
  const goldens = hasShared
    ? (JSON.parse(readFileSync(sharedPath("models/fixtures/goldens.json"), "utf8")) as {
        prompt: number[];
        files: { file: string; last: number[] }[];
      })
    : { prompt: [], files: [] };

  it("writes every position's logits, the same in steps and in chunks", () => {
    const golden = goldens.files.find(({ file }) => file === "h64-q5_0.gguf");
    const gguf = sharedPath("models/fixtures/h64-q5_0.gguf");
    const tokens = goldens.prompt.join(",");
    const steps = readLogits("steps", "--gguf", gguf, "--tokens", tokens, "--steps");
    const chunks = readLogits("chunks", "--gguf", gguf, "--tokens", tokens, "--chunk", "7");
    expect(steps.length).toBe(goldens.prompt.length * 512);
    expect(normalisedError(chunks, steps)).toBeLessThan(1e-8);
    expect(normalisedError(steps.slice(-512), golden?.last ?? [])).toBeLessThan(1e-6);
  });
});
