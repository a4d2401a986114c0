// Files to text: the only file of the page that calls the documents worker. The worker starts with the first file.
import type { ParsedDocument, ParseOptions } from "../workers/documents/api";

let client: Promise<typeof import("../workers/documents/client")> | undefined;

export async function parseDocument(file: File, options: ParseOptions): Promise<ParsedDocument> {
  client ??= import("../workers/documents/client"); // once: files queue in the order of their calls
  client.catch(() => {
    client = undefined; // the network was away: the next file tries again
  });
  return (await client).parseDocument(file, options);
}

/** What the file picker offers; other files may be dropped, and their content decides. */
export const DOCUMENT_TYPES =
  "text/*,.txt,.md,.markdown,.csv,.tsv,.html,.htm,.xhtml,.pdf,.docx,.epub,.json,.jsonl,.xml,.yaml,.yml,.toml,.ini,.log,.tex,.py,.js,.mjs,.ts,.tsx,.jsx,.java,.c,.h,.cpp,.cs,.go,.rs,.rb,.php,.swift,.kt,.sql,.sh";
