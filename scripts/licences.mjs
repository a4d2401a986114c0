// Writes public/third-party-licences.txt: what the app ships that others wrote, each with its licence. `--check` compares it with
// what is installed, without a build; scripts/supply.mjs compares it with what was built.
//   node scripts/licences.mjs [--check]
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "public/third-party-licences.txt");

/** Developers' packages of which some code is in the app: the service worker, its registration, styles, the loader of parts. */
const SHIPPED_TOOLS = [
  ...["workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies", "workbox-window"],
  ...["vite-plugin-pwa", "tailwindcss", "vite", "rolldown"],
];

/** Packages of types or for Node alone: nothing of them is in the app. */
const NOT_SHIPPED = /^(@types\/|@napi-rs\/|@typescript\/|node-readable-to-web-readable-stream$)/;

const ALLOWED =
  /^(MIT|ISC|0BSD|Apache-2\.0|BSD(-[23]-Clause)?|MPL-2\.0|Zlib|OFL-1\.1|\((MIT OR GPL-3\.0-or-later|MIT AND Zlib)\))$/;

/** Names and folders of what is shipped, from the lockfile. */
export function listShipped() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const paths = Object.entries(packages).filter(([path, { dev, devOptional }]) => {
    const name = path.split("node_modules/").at(-1);
    if (path === "" || NOT_SHIPPED.test(name)) return false;
    return (!dev && !devOptional) || SHIPPED_TOOLS.includes(path.replace("node_modules/", ""));
  });
  return paths.map(([path, { version, license }]) => {
    const name = path.split("node_modules/").at(-1);
    return { name, path, version, licence: license ?? "unknown" };
  });
}

function licenceTextOf(path) {
  const folder = join(root, path);
  if (!existsSync(folder)) throw new Error(`${path} is not installed. Run: npm ci`);
  const name = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.|-|$)/i.test(one));
  return name === undefined ? "" : readFileSync(join(folder, name), "utf8").replaceAll("\r", "").trim();
}

/** One text for packages that have the same. */
function write(shipped) {
  const byText = new Map();
  for (const one of shipped) {
    const text = licenceTextOf(one.path);
    const key = text === "" ? `Licence: ${one.licence}. The package comes without a text of it.` : text;
    byText.set(key, [...(byText.get(key) ?? []), one]);
  }
  const parts = [...byText].map(([text, packages]) => {
    const names = packages.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${names.join("\n")}\n\n${text}\n`;
  });
  const rule = `\n${"-".repeat(80)}\n\n`;
  return `This app contains code of the following packages.\nWritten by scripts/licences.mjs.\n${rule}${parts.join(rule)}`;
}

function main() {
  const shipped = listShipped();
  const refused = shipped.filter(({ licence }) => !ALLOWED.test(licence));
  if (refused.length > 0) {
    throw new Error(
      `Not a licence that was agreed to: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(", ")}`,
    );
  }
  const text = write(shipped);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
    console.log(`${shipped.length} packages`);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    throw new Error(
      "public/third-party-licences.txt is not what is installed. Run: node scripts/licences.mjs",
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
