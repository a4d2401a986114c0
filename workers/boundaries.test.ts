// Who may import whom: data flows download → store → parse → gpu → forward → states → grammar → sample, imports go the other way.
// `text` stands at both ends and needs `parse` alone; the files beside the stages conduct and see all; the page sees types.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAGES = ["download", "store", "parse", "gpu", "forward", "states", "grammar", "sample"];
/** Contract and errors: the two files beside the stages that a stage may import, one of them for its types alone. */
const SHARED = ["workers/inference/api", "workers/inference/errors"];
/** What every worker begins with, also the page's own. */
const GUARDS = ["workers/guard", "workers/sealed"];
/** What page and workers must agree on about the lock; neither imports anything. */
const LOCK = ["workers/service/lock-cache", "workers/service/lock-proof"];

interface Import {
  readonly file: string; // from the root
  readonly target: string; // from the root without its ending; a package as it is written
  readonly isTypeOnly: boolean;
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.tsx?$/.test(name));
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

function listImports(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const statement =
    /(?:^|[;}\n])\s*(?:import|export)\s+(type\s)?(?:[\w$*\s{},]+?\sfrom\s*)?["']([^"']+)["']|import\(\s*["']([^"']+)["']|new URL\(\s*["'](\.[^"']+)["']/g;
  return [...code.matchAll(statement)].map(([, type, from, dynamic, url]) => {
    const specifier = (from ?? dynamic ?? url ?? "").replace(/\?.*$/, "");
    const target = specifier.startsWith(".")
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier)).replace(/\.tsx?$/, "")
      : specifier;
    return { file, target, isTypeOnly: type !== undefined };
  });
}

/** Why an import of a stage's file is against the rules, or null. */
function findFault({ file, target, isTypeOnly }: Import): string | null {
  if (target.startsWith("src/")) return "workers know nothing of the page";
  if (!target.startsWith("workers/")) return null; // a package or a shader
  if (target === SHARED[0]) return isTypeOnly ? null : "api.ts is types only";
  if (target === SHARED[1] || GUARDS.includes(target)) return null;
  const stage = file.split("/")[2] as string;
  const [, , other, ...rest] = target.split("/");
  if (rest.length === 0 || other === undefined) return "a stage does not call what conducts it";
  if (stage === other) return null;
  if (stage === "text") return other === "parse" ? null : "text needs parse alone";
  const isEarlier = STAGES.includes(other) && STAGES.indexOf(other) < STAGES.indexOf(stage);
  return isEarlier ? null : `${stage} comes before ${other}`;
}

const describeFaults = (imports: Import[], fault: (one: Import) => string | null) =>
  imports.flatMap((one) => {
    const reason = fault(one);
    return reason === null ? [] : [`${one.file} imports ${one.target}: ${reason}`];
  });

const workerFiles = listFiles("workers").filter((file) => !isTest(file));
const stageFiles = workerFiles.filter((file) => /^workers\/inference\/(?!api\/)[^/]+\//.test(file));
const pageImports = listFiles("src")
  .filter((file) => !isTest(file))
  .flatMap(listImports);

describe("workers", () => {
  it("have only the folders that the rules speak of", () => {
    const known = new Set([...STAGES, "text"]);
    expect(stageFiles.filter((file) => !known.has(file.split("/")[2] as string))).toEqual([]);
    const roots = workerFiles.filter((file) => file.split("/").length > 2).map((file) => file.split("/")[1]);
    expect(
      [...new Set(roots)].filter((name) => !["inference", "documents", "service"].includes(name ?? "")),
    ).toEqual([]);
  });

  it("import their own folder or an earlier stage", () => {
    const imports = stageFiles.flatMap(listImports);
    expect(imports.length).toBeGreaterThan(30);
    expect(describeFaults(imports, findFault)).toEqual([]);
  });

  it("have a contract of types alone, whose parts import nothing else, and errors that import its types", () => {
    const parts = listFiles("workers/inference/api");
    expect(parts.length).toBeGreaterThan(2);
    const isOutside = ({ target, isTypeOnly }: Import) => !isTypeOnly || !parts.includes(`${target}.ts`);
    expect(["workers/inference/api.ts", ...parts].flatMap(listImports).filter(isOutside)).toEqual([]);
    expect(listImports("workers/inference/errors.ts").map(({ target }) => target)).toEqual([SHARED[0]]);
  });

  it("see nothing of the page", () => {
    expect(workerFiles.flatMap(listImports).filter(({ target }) => target.startsWith("src/"))).toEqual([]);
  });
});

describe("the page", () => {
  it("imports from workers the types of an api.ts, and calls each worker from one file", () => {
    const fault = ({ file, target, isTypeOnly }: Import) => {
      if (!target.startsWith("workers/")) return null;
      if (/^workers\/\w+\/api$/.test(target)) return isTypeOnly ? null : "types only";
      const starts = /^workers\/\w+\/worker$/.test(target) && file === "src/inference.ts";
      const calls = target === "workers/documents/client" && file === "src/documents.ts";
      const begins = GUARDS.includes(target) && file.endsWith("/worker.ts");
      return starts || calls || begins || LOCK.includes(target)
        ? null
        : "only inference.ts and documents.ts call workers, and nothing else is seen";
    };
    expect(describeFaults(pageImports, fault)).toEqual([]);
  });

  it("calls the workers from stores alone", () => {
    const fault = ({ file, target, isTypeOnly }: Import) =>
      !["src/inference", "src/documents"].includes(target) || isTypeOnly || file.startsWith("src/stores/")
        ? null
        : "only a store calls it";
    expect(describeFaults(pageImports, fault)).toEqual([]);
  });
});

describe("the rules", () => {
  const from = (file: string, target: string, isTypeOnly = false) => findFault({ file, target, isTypeOnly });
  it("refuse what they should", () => {
    expect(from("workers/inference/parse/gguf.ts", "workers/inference/store/byte-source")).toBeNull();
    expect(from("workers/inference/parse/gguf.ts", "workers/inference/forward/model")).toMatch(
      "parse comes before",
    );
    expect(from("workers/inference/parse/gguf.ts", "workers/inference/text/bpe")).toMatch(
      "parse comes before",
    );
    expect(from("workers/inference/text/bpe.ts", "workers/inference/parse/config")).toBeNull();
    expect(from("workers/inference/text/bpe.ts", "workers/inference/store/database")).toMatch("parse alone");
    expect(from("workers/inference/gpu/device.ts", "workers/inference/engine")).toMatch("conducts");
    expect(from("workers/inference/gpu/device.ts", "workers/inference/api")).toMatch("types only");
    expect(from("workers/inference/gpu/device.ts", "workers/inference/api", true)).toBeNull();
    expect(from("workers/inference/gpu/device.ts", "src/App")).toMatch("page");
  });

  it("see every kind of import", () => {
    const targets = listImports("workers/boundaries.test.ts").map(({ target }) => target);
    expect(targets).toEqual(expect.arrayContaining(["node:fs", "node:path", "vitest"]));
    expect(listImports("workers/inference/parse/gguf.ts")).toContainEqual({
      file: "workers/inference/parse/gguf.ts",
      target: "workers/inference/store/byte-source",
      isTypeOnly: true,
    });
  });
});
