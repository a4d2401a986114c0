// What each file that the app serves may do, as response headers. One source: scripts/serve.mjs sends them, the service worker puts
// them on what it serves from its cache, the build writes the page's into a <meta> for hosts that send none.
// A worker loaded by its address is bound by the headers of its own script, not by those of the page.

/** @typedef {"page" | "engine" | "fetcher" | "reader" | "sealed" | "service" | "inert"} Role */
/** @typedef {Readonly<Record<string, string>>} Directives */

/** Where a model may come from: any https address that the user names, and this machine. */
const MODEL_HOSTS = "https: http://127.0.0.1:* http://localhost:*";

/** @type {Directives} */
const NOTHING = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

/** @type {Directives} */
const OWN_SCRIPTS = { ...NOTHING, "script-src": "'self'" };

/** Its one policy lets scripts be started from this origin alone: public/guard.js, workers/own-scripts.ts. */
const STARTS_WORKERS = { "worker-src": "'self'", "trusted-types": "default" };

/** Hashes are computed in WebAssembly. */
const HASHES = { "script-src": "'self' 'wasm-unsafe-eval'" };

/** @type {Readonly<Record<Role, Directives>>} */
const ROLES = {
  page: {
    ...OWN_SCRIPTS,
    ...STARTS_WORKERS,
    "style-src": "'self'",
    "img-src": "'self'",
    "manifest-src": "'self'",
    "connect-src": "'self'",
  },
  // Holds chats; its own origin is there for the bundled model.
  engine: { ...OWN_SCRIPTS, ...STARTS_WORKERS, ...HASHES, "connect-src": "'self'" },
  // Reaches model hosts, and is told an address and a range, nothing else.
  fetcher: { ...OWN_SCRIPTS, "connect-src": MODEL_HOSTS },
  reader: { ...OWN_SCRIPTS, ...HASHES },
  sealed: OWN_SCRIPTS, // documents, chats, citations
  // Passes the fetcher's requests on; keeps files of the app and what was shared with it.
  service: { ...OWN_SCRIPTS, "connect-src": `'self' ${MODEL_HOSTS}` },
  inert: NOTHING, // pictures, styles, parts of scripts: neither a page nor a worker
};

/** By their names in the built app. @type {readonly (readonly [RegExp, Role])[]} */
const FILES = [
  [/(^|\/)$|\.html$/, "page"],
  [/\/assets\/inference-worker-[\w-]+\.js$/, "engine"],
  [/\/assets\/fetch-worker-[\w-]+\.js$/, "fetcher"],
  [/\/assets\/chunk-worker-[\w-]+\.js$/, "reader"],
  [/\/assets\/(documents|chats|citations)-worker-[\w-]+\.js$/, "sealed"],
  [/\/sw\.js$/, "service"],
];

const UNUSED_FEATURES = [
  ...["accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope"],
  ...[
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
  ],
];

const COMMON_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED_FEATURES.map((name) => `${name}=()`).join(", "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** @param {string} pathname @returns {Role} */
export function roleOf(pathname) {
  return FILES.find(([pattern]) => pattern.test(pathname))?.[1] ?? "inert";
}

/** @param {Directives} directives */
const write = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

/**
 * The policy of a role. Under the lock nothing connects, not even to the app's own origin.
 * @param {Role} role @param {{ readonly isLocked?: boolean }} [options]
 */
export function policyOf(role, { isLocked = false } = {}) {
  const { "connect-src": connect, ...others } = ROLES[role];
  return write(isLocked || connect === undefined ? others : { ...others, "connect-src": connect });
}

/**
 * The headers of a file under the app's folder.
 * @param {string} pathname @param {{ readonly isLocked?: boolean }} [options]
 * @returns {Readonly<Record<string, string>>}
 */
export function headersOf(pathname, options) {
  return { "Content-Security-Policy": policyOf(roleOf(pathname), options), ...COMMON_HEADERS };
}

/** The page's policy without what a <meta> may not say. */
export function metaPolicy() {
  const { "frame-ancestors": _, ...directives } = ROLES.page;
  return write(directives);
}
