// Bytes of a text file as text: by mark, then UTF-8 where it is, then what the file declares, then a guess by its letters.

export interface DecodedText {
  readonly text: string;
  readonly encoding: string; // as the Encoding Standard names it
  readonly confidence: "sure" | "guessed";
  readonly brokenCount: number; // places that are no text in the encoding
}

/** Guessing needs letters, not all of them; enough for a page or two of every script. */
const GUESS_BYTES = 65_536;
/** chardet's share of certainty, in percent, below which its word is worth less than "Western". */
const MIN_CONFIDENCE = 20;
/** UTF-8 with a few broken bytes is UTF-8: so many good sequences stand against one bad. */
const GOOD_PER_BROKEN = 20;

export async function decodeText(bytes: Uint8Array, declared: string | null = null): Promise<DecodedText> {
  const marked = findMark(bytes) ?? findUtf16(bytes);
  if (marked !== null) return decodeAs(bytes, marked, "sure");
  const utf8 = decodeAs(bytes, "utf-8", "sure");
  if (utf8.brokenCount === 0 && !hasEscapes(bytes)) return utf8;
  const named = declared === null ? null : findLabel(declared);
  if (named !== null && named !== "utf-8") return decodeAs(bytes, named, "sure");
  const goodCount = countSequences(utf8.text);
  if (utf8.brokenCount > 0 && goodCount > utf8.brokenCount * GOOD_PER_BROKEN) return utf8;
  const guess = await guessEncoding(bytes);
  if (guess === null && utf8.brokenCount === 0) return utf8;
  return decodeAs(bytes, guess ?? "windows-1252", "guessed");
}

function decodeAs(bytes: Uint8Array, encoding: string, confidence: DecodedText["confidence"]): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  let brokenCount = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) brokenCount += 1;
  return { text, encoding, confidence, brokenCount };
}

function findMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: line ends, spaces and digits of every script leave zeros in every second byte, and only there. */
function findUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, GUESS_BYTES & ~1);
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 40; // one character in twenty is a space or a line end
  const label = odd > enough && even === 0 ? "utf-16le" : even > enough && odd === 0 ? "utf-16be" : null;
  if (label === null) return null;
  const text = new TextDecoder(label).decode(sample);
  return /[\ufffd\0]/.test(text.slice(0, -1)) ? null : label;
}

/** No text holds them: where an ISO code sees one, Windows' code has a letter. */
const C1_CONTROL = /[\u0080-\u009f]/;

/** ISO-2022 switches its scripts by escapes and is ASCII to every other eye. */
const hasEscapes = (bytes: Uint8Array): boolean => bytes.includes(0x1b);

const countSequences = (text: string): number => {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f && code !== 0xfffd) count += 1;
  }
  return count;
};

function findLabel(name: string): string | null {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return null; // no encoding of this name
  }
}

/** The likeliest encoding that decodes every byte of the sample. */
async function guessEncoding(bytes: Uint8Array): Promise<string | null> {
  const { analyse } = await import("chardet");
  const sample = sampleAroundLetters(bytes);
  for (const { name, confidence } of analyse(sample)) {
    // Windows' Hebrew holds all of the ISO one's letters, and points and marks besides.
    const wider = name === "ISO-8859-8" ? "windows-1255" : name;
    const label = confidence < MIN_CONFIDENCE ? null : findLabel(wider);
    if (label === null || label === "utf-8" || label.startsWith("utf-16")) continue;
    // Bytes that the guess has no letter for speak against it; one cut character at the end is the sample's fault.
    const asGuessed = findLabel(name) ?? label;
    const { brokenCount, text } = decodeAs(sample, asGuessed, "guessed");
    if (brokenCount <= 1 && !C1_CONTROL.test(text)) return label;
  }
  return null;
}

/** Whole lines that hold bytes above ASCII (or escapes), for a guess looks at nothing else. */
function sampleAroundLetters(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sample = new Uint8Array(Math.min(bytes.length, GUESS_BYTES));
  let length = 0;
  for (let start = 0; start < bytes.length && length < sample.length; ) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
    const line = bytes.subarray(start, Math.min(end, start + sample.length - length));
    if (line.some((byte) => byte > 0x7f || byte === 0x1b)) {
      sample.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return sample.slice(0, length);
}

/** What an HTML or XML file says of its own encoding in its first bytes. */
export function findDeclaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  if (!/^\s*<[?!a-z]/i.test(head)) return null;
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ??
    null
  );
}
