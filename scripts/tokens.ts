// Prints the token ids of a text as a model's tokenizer gives them, reading only the header of its GGUF file.
//   npm run tokens -- --gguf model.gguf --file prompt.txt [--plain]
import { open, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parseGguf } from "../workers/inference/parse/gguf";
import { readVocabulary } from "../workers/inference/parse/vocabulary";
import type { ByteSource } from "../workers/inference/store/byte-source";
import { createTokenizer } from "../workers/inference/text/tokenizer";

const USAGE = `Usage: npm run tokens -- --gguf FILE --file TEXT [--plain]
Prints the ids of the text, separated by commas. The text is taken as a rendered prompt, in which <|im_start|> is one token; with
--plain it is taken as the app takes what users and documents say, in which nothing is.`;

interface Options {
  readonly gguf: string;
  readonly file: string;
  readonly isPlain: boolean;
}

export async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const handle = await open(options.gguf);
  try {
    const { size } = await handle.stat();
    const source: ByteSource = {
      byteLength: size,
      read: async (offset, length) => {
        const bytes = new Uint8Array(length);
        const { bytesRead } = await handle.read(bytes, 0, length, offset);
        if (bytesRead !== length) throw new RangeError(`${options.gguf} ends at byte ${offset + bytesRead}`);
        return bytes;
      },
    };
    const tokenizer = createTokenizer(readVocabulary(await parseGguf(source)));
    const text = await readFile(options.file, "utf8");
    const ids = options.isPlain ? tokenizer.encode(text) : tokenizer.encodePrompt([{ text, isMarkup: true }]);
    console.log(ids.join(","));
    return 0;
  } finally {
    await handle.close();
  }
}

function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: { gguf: { type: "string" }, file: { type: "string" }, plain: { type: "boolean" } },
    });
    if (values.gguf === undefined || values.file === undefined) return null;
    return { gguf: values.gguf, file: values.file, isPlain: values.plain ?? false };
  } catch {
    return null; // an option that does not exist, or one without its value
  }
}
