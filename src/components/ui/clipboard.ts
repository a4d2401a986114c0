// Puts a text on the clipboard, and beside it the same as rich text where the browser can.

export async function copyToClipboard(text: string, html: string | null): Promise<void> {
  if (html !== null && typeof ClipboardItem === "function" && "write" in navigator.clipboard) {
    const item = new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([html], { type: "text/html" }),
    });
    try {
      await navigator.clipboard.write([item]);
      return;
    } catch {
      // Some browsers have ClipboardItem and take no HTML: the text alone, then.
    }
  }
  await navigator.clipboard.writeText(text);
}
