import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { appFileUrl, catalogue, resolveSource } from "./catalogue";
import { parseModelUrl } from "./model-url";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const root = new URL("../../../public/models/", import.meta.url);

describe("the catalogue", () => {
  test("names the bundled file by its true length and SHA-256", async () => {
    const bundled = catalogue.filter(({ isBundled }) => isBundled);
    expect(bundled.map(({ id }) => id)).toEqual(["jamba-tiny-q4_k_m"]);
    const file = await readFile(new URL(`${bundled[0]?.id}.gguf`, root));
    expect(file.byteLength).toBe(bundled[0]?.byteLength);
    expect(createHash("sha256").update(file).digest("hex")).toBe(bundled[0]?.sha256);
  });

  test("fetches everything else from one commit of its repository", () => {
    for (const { id } of catalogue.filter(({ isBundled }) => !isBundled)) {
      const target = resolveSource({ kind: "catalogue", id });
      expect(target.url).toMatch(
        /^https:\/\/huggingface\.co\/[^/]+\/[^/]+\/resolve\/[0-9a-f]{40}\/[^/]+\.gguf$/,
      );
      expect(target.isPinned).toBe(true);
    }
  });

  test("recommends one model, and every id is its own", () => {
    expect(catalogue.filter(({ isRecommended }) => isRecommended).map(({ id }) => id)).toEqual([
      "jamba2-3b-q4_k_m",
    ]);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  test("finds the app's own files from a built worker, under a path, and in development", () => {
    const path = "models/x.gguf";
    expect(appFileUrl(path, "https://a.example/assets/worker-1.js", false)).toBe(
      "https://a.example/models/x.gguf",
    );
    expect(appFileUrl(path, "https://a.example/app/assets/w.js", false)).toBe(
      "https://a.example/app/models/x.gguf",
    );
    expect(appFileUrl(path, "http://localhost:5173/workers/inference/worker.ts?worker_file", true)).toBe(
      "http://localhost:5173/models/x.gguf",
    );
  });
});

describe("an address", () => {
  test("of a page on Hugging Face becomes the file's", () => {
    const target = resolveSource({
      kind: "url",
      url: ` https://huggingface.co/a/b/blob/main/M%20x.gguf#top `,
    });
    expect(target.url).toBe("https://huggingface.co/a/b/resolve/main/M%20x.gguf");
    expect(target.name).toBe("M x");
    expect(target.isPinned).toBe(false);
    expect(
      resolveSource({ kind: "url", url: `https://huggingface.co/a/b/resolve/${COMMIT}/m.gguf` }).isPinned,
    ).toBe(true);
  });

  test("that the catalogue has is the catalogue's model", () => {
    const known = resolveSource({ kind: "catalogue", id: "jamba2-3b-q8_0" });
    expect(resolveSource({ kind: "url", url: known.url.replace("/resolve/", "/blob/") })).toEqual(known);
  });

  test("gives each file an id of its own, always the same", () => {
    const id = (url: string) => resolveSource({ kind: "url", url }).id;
    expect(id("https://a.example/m.gguf")).toBe(id("https://a.example/m.gguf"));
    expect(id("https://a.example/m.gguf")).not.toBe(id("https://b.example/m.gguf"));
  });

  test.each([
    ["no address", "jamba.gguf", /not a web address/],
    ["insecure", "http://a.example/m.gguf", /must begin with https/],
    ["a file of the disk", "file:///etc/m.gguf", /must begin with https/],
    ["with a password", "https://me:secret@a.example/m.gguf", /user name or password/],
    ["one part of several", "https://a.example/m-00001-of-00003.gguf", /single \.gguf file/],
  ])("is refused when it is %s", (_, url, sentence) => {
    expect(() => resolveSource({ kind: "url", url })).toThrow(sentence);
  });

  test("may be insecure on this machine only", () => {
    for (const host of ["localhost:8080", "127.0.0.1", "[::1]:9000"]) {
      expect(parseModelUrl(`http://${host}/m.gguf`).protocol).toBe("http:");
    }
    expect(() => parseModelUrl("http://127.0.0.1.example.com/m.gguf")).toThrow(/https/);
  });
});
