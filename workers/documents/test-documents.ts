// Files for tests, through the worker as the page reads them.
import type { ParsedDocument, ParseOptions } from "./api";
import { parseDocument } from "./client";
import type { DocumentError } from "./errors";

type Data = string | Uint8Array<ArrayBuffer>;

export const parse = (name: string, data: Data, options: ParseOptions = {}): Promise<ParsedDocument> =>
  parseDocument(new File([data], name), options);

export const textOf = async (name: string, data: Data): Promise<string> =>
  (await parse(name, data)).pages[0]?.text ?? "";

/** What an error says: its name and its fault in one. */
export const failure = async (name: string, data: Data, options: ParseOptions = {}): Promise<object> =>
  parse(name, data, options).then(
    () => ({ name: "no error" }),
    (error: DocumentError) => ({ name: error.name, ...error.fault }),
  );
