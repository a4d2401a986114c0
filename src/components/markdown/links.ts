// Links of answers: which may be followed, and what a reader must see of where they lead.

const SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** The address when it is one to follow, otherwise null: what a model writes may be anything. */
export function safeLink(href: string): string | null {
  try {
    const url = new URL(href);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null; // relative or no address: there is nothing here it could point to
  }
}

/** Where a safe link leads, when its text does not say so: the host, or the whole address of a letter. */
export function hiddenTarget(href: string, text: string): string | null {
  const url = new URL(href);
  const shown = simplify(text);
  if (url.protocol === "mailto:") {
    const address = decode(url.pathname);
    return shown === simplify(address) ? null : address;
  }
  const host = simplify(url.host);
  if (shown === host) return null;
  const isWhole = shown === simplify(href) || shown === simplify(decode(href));
  return isWhole && /^[/?#:]/.test(shown.slice(host.length)) ? null : url.host.replace(/^www\./, "");
}

const simplify = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)/, "")
    .replace(/^www\./, "")
    .replace(/\/$/, "");

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // a percent sign that begins no character
  }
}
