// Adds to package-lock.json the optional packages of other platforms that npm left out: it does so when the registry at hand
// does not carry them, and `npm ci` then refuses the file, here and on those platforms. Run it after every `npm install`.
//   node scripts/complete-lockfile.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const systems = [
  "darwin",
  "win32",
  "linux",
  "android",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "riscv64",
  "ppc64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];

/** What of a platform a package's name says, as npm's fields: "@rollup/rollup-linux-x64-musl". */
function platformOf(name) {
  const words = name.split("/").at(-1).split("-");
  const one = (known) =>
    known.filter((value) => words.some((word) => word === value || word.startsWith(`${value}le`)));
  const cpu = words.some((word) => /^arm(eabi|v\d)?/.test(word) && word !== "arm64")
    ? ["arm"]
    : one(processors);
  const os = words.includes("openharmony") ? ["openharmony"] : one(systems);
  const libc = words.some((word) => /musl/.test(word))
    ? ["musl"]
    : words.some((word) => /^gnu/.test(word))
      ? ["glibc"]
      : [];
  return Object.fromEntries(Object.entries({ cpu, os, libc }).filter(([, value]) => value.length > 0));
}

/** The optional packages that the lockfile's own packages name and that it does not hold. */
export function findMissing(packages) {
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const holders = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      if (holders.some((holder) => packages[holder])) continue;
      if (!/^\d+\.\d+\.\d+/.test(version))
        throw new Error(`${name}@${version}, of ${path}, is a range: install it first`);
      const dev = entry.dev ? { dev: true } : {};
      missing[`node_modules/${name}`] = { version, ...dev, optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = findMissing(lock.packages);
  const names = Object.keys(missing);
  if (process.argv.includes("--check")) {
    if (names.length === 0) process.exit(0);
    console.error(`package-lock.json lacks ${names.join(", ")}. Run: node scripts/complete-lockfile.mjs`);
    process.exit(1);
  }
  const all = { ...lock.packages, ...missing };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
  console.log(`${names.length} packages of other platforms added`);
}
