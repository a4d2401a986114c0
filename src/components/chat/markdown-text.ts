// The parts of Markdown that need no React: links that may be followed, and character references.

const REFERENCES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  copy: "©",
  euro: "€",
  times: "×",
};

/** The address when it is one to follow, otherwise null: what a model writes may be anything. */
export function safeLink(href: string): string | null {
  try {
    const url = new URL(href);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null; // relative or no address: there is nothing here it could point to
  }
}

/** Ends a table whose second line has not come yet, so that its first does not show as a row of bars. */
export function healTable(text: string): string {
  const start = text.lastIndexOf("\n\n") + 1;
  const lines = text.slice(start).replace(/^\n/, "").split("\n");
  const [header = "", rule = ""] = lines;
  const isUnruled = lines.length === 1 || (lines.length === 2 && /^[|\-: ]*$/.test(rule));
  if (!/^\|.*\S/.test(header) || !isUnruled) return text;
  const columns = header.replace(/^\||\|\s*$/g, "").split("|").length;
  const head = lines.length === 1 ? text : text.slice(0, text.length - rule.length - 1);
  return `${head}\n|${" - |".repeat(columns)}`;
}

/** `&amp;`, `&#233;` and `&#x1F40D;` as characters; what is none stays as it is. */
export function decodeReferences(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole: string, name: string) => {
    if (!name.startsWith("#")) return REFERENCES[name] ?? whole;
    const isHex = name[1] === "x" || name[1] === "X";
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
