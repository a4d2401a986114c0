// What the built app is made of: two builds give the same bytes, nothing in it points to another server or holds a secret, every
// package of it is in the list of licences, and their number stays within a budget.
//   npm run build && node scripts/supply.mjs
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listShipped } from "./licences.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** Raised with a reason, in the commit that adds the package. */
const BUDGET = { direct: 22, shipped: 64, development: 30, locked: 580 };

/** Hosts that the app's code names. Only the first is ever asked for anything, and only when the user wants a model from it. */
const HOSTS_NAMED = new Set([
  "huggingface.co",
  ...["localhost", "127.0.0.1"], // models may come from this machine: the policies say so
  ...[
    "www.w3.org",
    "schemas.openxmlformats.org",
    "schemas.microsoft.com",
    "schemas.zwobble.org",
    "purl.oclc.org",
  ], // names of XML
  ...["www.xfa.org", "ns.adobe.com"], // names of XML in PDF
  ...["bit.ly", "github.com", "raw.github.com", "react.dev", "rolldown.rs", "stuartk.com", "stuk.github.io"], // in messages and
  ...["tailwindcss.com", "www.npmjs.com", "example.com", "foo.bar"], // notes of libraries
  ...["book", "a", "x", "."], // bases of relative addresses
]);

const SECRETS =
  /-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp|gho|github_pat|glpat|npm|hf|sk|xox[abp])_[A-Za-z0-9_]{20,}|\bAKIA[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\./;

const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

const hashOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Beside dist, as maps name their sources from where they lie. */
function compareBuilds() {
  const again = mkdtempSync(join(root, "dist-again-"));
  try {
    const args = ["--no-install", "vite", "build", "--outDir", again, "--emptyOutDir", "--logLevel", "error"];
    const { status } = spawnSync("npx", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return ["The second build failed"];
    const names = [...new Set([...listFiles(dist), ...listFiles(again)])];
    const read = (folder, name) => {
      try {
        return hashOf(join(folder, name));
      } catch {
        return "missing";
      }
    };
    return names
      .filter((name) => read(dist, name) !== read(again, name))
      .map((name) => `${name} differs between two builds`);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

/** Maps quote the sources, notes and all, and are fetched by nobody but a developer. */
const isRead = (name) => /\.(js|css|html|webmanifest|svg|json)$/.test(name);

function findForeign() {
  return listFiles(dist)
    .filter(isRead)
    .flatMap((name) => {
      const text = readFileSync(join(dist, name), "utf8");
      const hosts = [...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi)].map(([, host]) =>
        host.toLowerCase(),
      );
      const foreign = [...new Set(hosts)].filter((host) => !HOSTS_NAMED.has(host));
      const loads = /\b(?:src|href|url\()\s*=?\s*["'(]?\s*(?:https?:)?\/\/(?!www\.w3\.org)/i;
      return [
        ...foreign.map((host) => `${name} names ${host}`),
        ...(/\.(html|css|webmanifest)$/.test(name) && loads.test(text)
          ? [`${name} loads from another server`]
          : []),
        ...(SECRETS.test(text) ? [`${name} holds what looks like a secret`] : []),
      ];
    });
}

function findUnlisted() {
  const listed = new Set(listShipped().map(({ name }) => name));
  const built = listFiles(dist)
    .filter((name) => name.endsWith(".map"))
    .flatMap((name) => JSON.parse(readFileSync(join(dist, name), "utf8")).sources)
    .flatMap((source) => source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []);
  const unlisted = [...new Set(built)].filter((name) => !listed.has(name));
  return unlisted.map((name) => `${name} is in the app and not in the list of licences`);
}

function countPackages() {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const counts = {
    direct: Object.keys(own.dependencies).length,
    shipped: listShipped().length,
    development: Object.keys(own.devDependencies).length,
    locked: Object.keys(packages).length - 1,
  };
  console.log(
    "Packages:",
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name} of ${BUDGET[name]}`)
      .join(", "),
  );
  const many = Object.keys(BUDGET).filter((name) => counts[name] > BUDGET[name]);
  const ranges = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  const unhashed = Object.entries(packages).filter(
    ([path, one]) => path !== "" && !one.integrity && !one.optional && !one.link,
  );
  const npmrc = readFileSync(join(root, ".npmrc"), "utf8");
  return [
    ...many.map((name) => `${counts[name]} packages are ${name}, and the budget is ${BUDGET[name]}`),
    ...ranges.map(([name, version]) => `${name}@${version} is a range`),
    ...unhashed.map(([path]) => `${path} has no hash in the lockfile`),
    ...(/^ignore-scripts=true$/m.test(npmrc)
      ? []
      : [".npmrc lets packages run code when they are installed"]),
  ];
}

const faults = [...countPackages(), ...findUnlisted(), ...findForeign(), ...compareBuilds()];
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log("Two builds are the same; nothing in them points elsewhere");
process.exit(faults.length > 0 ? 1 : 0);
