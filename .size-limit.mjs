// What a visit may cost before anything is used, and each part that is fetched when it is needed; gzip, of the built app.
import { readFileSync } from "node:fs";

/** The scripts and styles that index.html names, and with them what the browser fetches first. */
function firstLoad(extension) {
  const page = readFileSync("dist/index.html", "utf8");
  const paths = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path]) => `dist/${path}`);
  return paths.filter((path) => path.endsWith(extension));
}

const part = (name, pattern, limit) => ({ name, path: `dist/assets/${pattern}`, limit, gzip: true });

export default [
  { name: "First load, JavaScript", path: firstLoad(".js"), limit: "155 kB", gzip: true },
  { name: "First load, styles", path: firstLoad(".css"), limit: "20 kB", gzip: true },
  {
    name: "Engine and document workers",
    path: "dist/assets/{inference,documents,chats,citations}-worker-*.js",
    limit: "185 kB",
    gzip: true,
  },
  part("Messages", "{Messages,Markdown,marked}*.js", "50 kB"),
  part("PDF", "pdf*.js", "620 kB"),
  part("PDF, character maps", "character-maps-*.js", "800 kB"),
  part("Word", "docx-*.js", "100 kB"),
];
