// Exposes the documents' parser to the page; nothing else.
import "../sealed";
import * as Comlink from "comlink";
import type { DocumentsApi } from "./api";
import { parseFile } from "./parse-file";

Comlink.expose({ parse: parseFile } satisfies DocumentsApi);
