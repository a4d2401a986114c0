// Serves the built app on loopback, with the headers a public host should send as well.
//   node scripts/serve.mjs [--root dist] [--port 8017] [--strict-port]     (or PORT=8017)
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { headersOf } from "../workers/service/policies.mjs";

const DEFAULT_PORT = 8017;
const PORTS_TRIED = 20;

const contentTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".gguf": "application/octet-stream",
};

/** Vite puts a hash into the names of what it builds into assets/: those never change. */
function cacheControl(pathname) {
  if (/^\/assets\/.*-[\w-]{8}\.\w+$/.test(pathname)) return "public, max-age=31536000, immutable";
  return "no-cache";
}

/** The bytes a Range header asks for: null for the whole file, "unsatisfiable" for none that exist. */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const [, first, last] = match;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(size - 1, Number(last));
  return start >= size || start > end ? "unsatisfiable" : { start, end };
}

async function findFile(root, pathname) {
  const path = resolve(join(root, decodeURIComponent(pathname)));
  if (path !== root && !path.startsWith(root + sep)) return undefined;
  const file = pathname.endsWith("/") ? join(path, "index.html") : path;
  const info = await stat(file).catch(() => undefined);
  return info?.isFile() ? { file, size: info.size, modifiedMs: info.mtimeMs } : undefined;
}

async function answer(root, request, response) {
  const { pathname } = new URL(request.url, "http://loopback");
  const securityHeaders = headersOf(pathname);
  const send = (status, headers, text = "") => {
    response.writeHead(status, { ...securityHeaders, ...headers });
    response.end(text);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return send(405, { Allow: "GET, HEAD" });
  const found = await findFile(root, pathname).catch(() => undefined);
  if (!found) return send(404, { "Content-Type": "text/plain; charset=utf-8" }, "Not found");
  const { file, size, modifiedMs } = found;
  const etag = `"${size.toString(16)}-${Math.round(modifiedMs).toString(16)}"`;
  const headers = {
    "Content-Type": contentTypes[extname(file)] ?? "application/octet-stream",
    "Cache-Control": cacheControl(pathname),
    "Accept-Ranges": "bytes",
    ETag: etag,
  };
  const ifRange = request.headers["if-range"];
  const range = ifRange && ifRange !== etag ? null : parseRange(request.headers.range, size);
  if (range === "unsatisfiable") return send(416, { ...headers, "Content-Range": `bytes */${size}` });
  if (!range && request.headers["if-none-match"] === etag) return send(304, headers);
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...securityHeaders,
    ...headers,
    "Content-Length": end - start + 1,
    ...(range ? { "Content-Range": `bytes ${start}-${end}/${size}` } : {}),
  });
  if (request.method === "HEAD" || size === 0) return response.end();
  const stream = createReadStream(file, { start, end });
  stream.on("error", () => response.destroy());
  response.on("close", () => stream.destroy());
  stream.pipe(response);
}

/** Listens on loopback, on the next port where the wanted one is taken; resolves with the address. */
export async function serve({ root, port = DEFAULT_PORT, portsTried = PORTS_TRIED }) {
  const folder = resolve(root);
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  for (let candidate = port; ; candidate += 1) {
    const error = await new Promise((settle) => {
      server.once("error", settle);
      server.listen(candidate, "127.0.0.1", () => {
        server.off("error", settle);
        settle(undefined);
      });
    });
    if (!error) break;
    if (error.code !== "EADDRINUSE" || candidate + 1 >= port + portsTried) throw error;
  }
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

async function main() {
  const { values } = parseArgs({
    options: { root: { type: "string" }, port: { type: "string" }, "strict-port": { type: "boolean" } },
  });
  const root = values.root ?? fileURLToPath(new URL("../dist", import.meta.url));
  if (!(await stat(join(root, "index.html")).catch(() => undefined))) {
    throw new Error(`There is no built app in ${root}. Run: npm run build`);
  }
  const wanted = values.port ?? process.env.PORT;
  const port = wanted ? Number(wanted) : DEFAULT_PORT;
  const { address } = await serve({ root, port, portsTried: values["strict-port"] ? 1 : PORTS_TRIED });
  console.log(`Jamba is at ${address}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
