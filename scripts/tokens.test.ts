import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { buildToyModel } from "../workers/inference/parse/toy-model";
import { main } from "./tokens";

let folder: string;
const printed: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tokens-"));
  await writeFile(join(folder, "toy.gguf"), buildToyModel());
  await writeFile(join(folder, "text.txt"), "<|im_start|>A\n");
  printed.length = 0;
  const print = (line: string) => void printed.push(line);
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const files = () => ["--gguf", join(folder, "toy.gguf"), "--file", join(folder, "text.txt")];

it("prints the ids of a rendered prompt", async () => {
  expect(await main(files())).toBe(0);
  expect(printed).toEqual([`4,${6 + 0x41},${6 + 0x0a}`]);
});

it("prints the ids of plain text, in which nothing is markup", async () => {
  expect(await main([...files(), "--plain"])).toBe(0);
  expect(printed).toEqual([[...Buffer.from("<|im_start|>A\n")].map((byte) => byte + 6).join(",")]);
});

it.each([[[]], [["--gguf", "x"]], [["--file"]], [["--gguf", "x", "--file", "y", "--what"]]])(
  "says how it is used when called with %j",
  async (args) => {
    expect(await main(args)).toBe(2);
    expect(printed.join()).toMatch(/^Usage: npm run tokens -- --gguf FILE --file TEXT/);
  },
);

it("refuses a file that is no model", async () => {
  const [, , ...file] = files();
  await expect(main(["--gguf", join(folder, "text.txt"), ...file])).rejects.toThrow(/magic number/);
});
