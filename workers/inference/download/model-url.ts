// Which addresses a model may be fetched from, and how a page's address becomes the file's. Pure.
import { DownloadError } from "../errors";

/** Where Hugging Face files come from; a mirror with the same paths can take its place when the app is built. */
export const HUGGING_FACE_BASE: string = import.meta.env?.VITE_HUGGING_FACE_BASE ?? "https://huggingface.co";

const MAX_URL_LENGTH = 4096; // longer ones are no addresses that a person pasted

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** On Hugging Face `/blob/` is the page about a file and `/resolve/` is the file. */
function toFileUrl(url: URL): URL {
  const isHub = url.hostname === "huggingface.co" || url.hostname === new URL(HUGGING_FACE_BASE).hostname;
  if (isHub) url.pathname = url.pathname.replace(/^(\/[^/]+\/[^/]+)\/blob\//, "$1/resolve/");
  return url;
}

/** Turns what a person typed into the address of the file, or says what is wrong with it. */
export function parseModelUrl(text: string): URL {
  const trimmed = text.trim();
  if (trimmed.length > MAX_URL_LENGTH || !URL.canParse(trimmed)) {
    throw new DownloadError(
      "That is not a web address. Paste the whole address of a .gguf file, beginning with https://.",
    );
  }
  const url = new URL(trimmed);
  const isAllowed = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  if (!isAllowed) {
    throw new DownloadError(
      `The address begins with ${url.protocol}// and must begin with https:// so that nobody can change the file on its way.`,
    );
  }
  if (url.username || url.password) {
    throw new DownloadError(
      "The address holds a user name or password. Remove it and paste the address alone.",
    );
  }
  url.hash = "";
  return toFileUrl(url);
}

/** Whether the address names one commit, whose files never change: the ETag may then differ from server to server. */
export function isPinned(url: URL): boolean {
  return /\/resolve\/[0-9a-f]{40}\//.test(url.pathname);
}

export function modelNameFromPath(path: string): string {
  const last = path.split("/").filter(Boolean).at(-1) ?? "model";
  let decoded = last;
  try {
    decoded = decodeURIComponent(last);
  } catch {
    // A stray % in the path: the name is shown as it stands.
  }
  return decoded.replace(/\.gguf$/i, "").slice(0, 120) || "model";
}

export function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9._]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "model"
  );
}

/** FNV-1a, 32 bits: tells two addresses of files with one name apart. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
