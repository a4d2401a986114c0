// The models this app knows how to fetch, and what a source (an entry, an address) stands for. Pure.
import type { CatalogueEntry, ModelSource } from "../api";
import { DownloadError, ModelNotFoundError } from "../errors";
import {
  fingerprint,
  HUGGING_FACE_BASE,
  isPinned,
  modelNameFromPath,
  parseModelUrl,
  slug,
} from "./model-url";

/** What the installer must know of a file on the web. */
export interface DownloadTarget {
  readonly id: string;
  readonly name: string;
  readonly origin: "bundled" | "catalogue" | "url";
  readonly url: string;
  readonly byteLength: number | null;
  readonly sha256: string | null;
  readonly isPinned: boolean; // the file at this address never changes
}

interface Entry extends CatalogueEntry {
  readonly path: string; // under the app's base for the bundled model, else under HUGGING_FACE_BASE
}

const JAMBA2_3B =
  "bartowski/ai21labs_AI21-Jamba2-3B-GGUF/resolve/02d70acd708332ec4e78e9ceefe116851a307411/ai21labs_AI21-Jamba2-3B";
const JAMBA_REASONING_3B =
  "ai21labs/AI21-Jamba-Reasoning-3B-GGUF/resolve/462e08a43c3c32f6b8b85f79ff0796e484d7b65a/jamba-reasoning-3b";

const download = { licence: "Apache-2.0", isBundled: false, isRecommended: false } as const;

const ENTRIES: readonly Entry[] = [
  {
    id: "jamba-tiny-q4_k_m",
    name: "Jamba Tiny",
    quantization: "Q4_K_M",
    approximateByteLength: 6_372_064,
    byteLength: 6_372_064,
    sha256: "ffbd99e34a70052bc94626694dbc28fa077591a37feb995661af11464ab5b4fd",
    licence: "Apache-2.0",
    isBundled: true,
    isRecommended: false,
    path: "models/jamba-tiny-q4_k_m.gguf",
  },
  {
    ...download,
    id: "jamba2-3b-q4_k_m",
    name: "Jamba2 3B",
    quantization: "Q4_K_M",
    approximateByteLength: 1_933_000_000,
    byteLength: null,
    sha256: null,
    isRecommended: true,
    path: `${JAMBA2_3B}-Q4_K_M.gguf`,
  },
  {
    ...download,
    id: "jamba2-3b-q5_k_m",
    name: "Jamba2 3B",
    quantization: "Q5_K_M",
    approximateByteLength: 2_272_889_728,
    byteLength: 2_272_889_728,
    sha256: null,
    path: `${JAMBA2_3B}-Q5_K_M.gguf`,
  },
  {
    ...download,
    id: "jamba2-3b-q6_k_l",
    name: "Jamba2 3B",
    quantization: "Q6_K_L",
    approximateByteLength: 2_720_000_000,
    byteLength: null,
    sha256: null,
    path: `${JAMBA2_3B}-Q6_K_L.gguf`,
  },
  {
    ...download,
    id: "jamba2-3b-q8_0",
    name: "Jamba2 3B",
    quantization: "Q8_0",
    approximateByteLength: 3_408_000_000,
    byteLength: null,
    sha256: "2c624f1d663d2d9e1008d718c3e8d67ae62a19733ddde89ee90872e0c84eb50b",
    path: `${JAMBA2_3B}-Q8_0.gguf`,
  },
  {
    ...download,
    id: "jamba-reasoning-3b-q4_k_m",
    name: "Jamba Reasoning 3B",
    quantization: "Q4_K_M",
    approximateByteLength: 1_932_698_048,
    byteLength: 1_932_698_048,
    sha256: "5c8edf36ec3ad9792a639db8d6865e479038226cf8fc71ef47331c611854f6c8",
    path: `${JAMBA_REASONING_3B}-Q4_K_M.gguf`,
  },
];

export const catalogue: readonly CatalogueEntry[] = ENTRIES.map(({ path: _, ...entry }) => entry);

/**
 * The address of a file in the app's own folder. A built worker lies in `<app>/assets/`; under the development server
 * the app is at the server's root and the worker somewhere in its source tree.
 */
export function appFileUrl(path: string, workerUrl: string, isDevelopment: boolean): string {
  return new URL(isDevelopment ? `/${path}` : `../${path}`, workerUrl).href;
}

function targetOfEntry(entry: Entry): DownloadTarget {
  const url = entry.isBundled
    ? appFileUrl(entry.path, globalThis.location.href, import.meta.env.DEV)
    : `${HUGGING_FACE_BASE}/${entry.path}`;
  return {
    id: entry.id,
    name: `${entry.name} ${entry.quantization}`,
    origin: entry.isBundled ? "bundled" : "catalogue",
    url,
    byteLength: entry.byteLength,
    sha256: entry.sha256,
    isPinned: !entry.isBundled,
  };
}

/** What a source on the web stands for; an address that the catalogue has is the catalogue's entry. */
export function resolveSource(source: Exclude<ModelSource, { kind: "file" }>): DownloadTarget {
  if (source.kind === "catalogue") {
    const entry = ENTRIES.find(({ id }) => id === source.id);
    if (!entry) throw new ModelNotFoundError(`This version of the app knows no model "${source.id}".`);
    return targetOfEntry(entry);
  }
  const url = parseModelUrl(source.url);
  const known = ENTRIES.find(
    (entry) => !entry.isBundled && url.href === `${HUGGING_FACE_BASE}/${entry.path}`,
  );
  if (known) return targetOfEntry(known);
  const name = modelNameFromPath(url.pathname);
  if (/-\d{5}-of-\d{5}$/.test(name)) {
    throw new DownloadError(
      `${name} is one part of a split model. Choose a model that is a single .gguf file.`,
    );
  }
  return {
    id: `url-${slug(name)}-${fingerprint(url.href)}`,
    name,
    origin: "url",
    url: url.href,
    byteLength: null,
    sha256: null,
    isPinned: isPinned(url),
  };
}
