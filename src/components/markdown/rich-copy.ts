// What of a drawn answer goes to the clipboard: without buttons, marks and labels, formulas as their TeX, and as plain text with the
// bullets and tabs that a browser leaves out.

const DROPPED = '[data-copy="skip"], [data-citation], button';
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(["href", "start", "dir", "align"]);
const BLOCKS: ReadonlySet<string> = new Set(
  "p h3 h4 h5 h6 ul ol li pre blockquote table thead tbody tr hr div article section".split(" "),
);

/** The answer above a button, as HTML for letters and documents. */
export function findAnswerHtml(button: HTMLElement): string | null {
  const answers = button.closest("article")?.querySelectorAll("[data-markdown]:not(details *)");
  if (!answers?.length) return null;
  return [...answers].map((answer) => toHtml(cleanCopy(answer))).join("");
}

/** Gives a selection inside an answer to the clipboard; the browser does it where there is none, or all of it is code. */
export function copySelection(root: HTMLElement, clipboard: DataTransfer): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const selected = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = selected;
  if (!root.contains(around) || elementOf(around)?.closest("pre")) return false;
  const range = widenToFormulas(selected);
  const list = elementOf(range.commonAncestorContainer)?.closest("ul, ol, table");
  const cloned = range.cloneContents();
  const fragment = list && cloned.querySelector("li, tr, td") ? wrapLike(list, cloned) : cloned;
  const cleaned = cleanCopy(fragment);
  clipboard.setData("text/plain", toPlainText(cleaned));
  clipboard.setData("text/html", toHtml(cleaned));
  return true;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** What a stretch of an answer says, cleaned; a formula of which a part is in it comes whole. */
export const copyOf = (range: Range): DocumentFragment => cleanCopy(widenToFormulas(range).cloneContents());

function widenToFormulas(given: Range): Range {
  const range = given.cloneRange();
  const first = elementOf(range.startContainer)?.closest("[data-tex]");
  const last = elementOf(range.endContainer)?.closest("[data-tex]");
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  return range;
}

/** Items and rows without their list or table, where all of them are of one. */
function wrapLike(list: Element, contents: DocumentFragment): Element {
  const name = list.tagName.toLowerCase();
  const wrapper = list.ownerDocument.createElement(name);
  wrapper.append(contents);
  return wrapper;
}

/** A copy with nothing in it but what was written. */
export function cleanCopy(source: Element | DocumentFragment): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(source.cloneNode(true));
  for (const formula of fragment.querySelectorAll<HTMLElement>("[data-tex]")) {
    const sign = formula.classList.contains("maths-display") ? "$$" : "$";
    formula.replaceWith(`${sign}${formula.dataset.tex ?? ""}${sign}`);
  }
  for (const element of fragment.querySelectorAll(DROPPED)) element.remove();
  for (const sign of fragment.querySelectorAll("svg")) sign.replaceWith(sign.dataset.copy ?? "");
  for (const box of fragment.querySelectorAll("div, span, section")) box.replaceWith(...box.childNodes);
  for (const element of fragment.querySelectorAll("*")) {
    const { align } = element instanceof HTMLElement ? element.dataset : {};
    if (align) element.setAttribute("align", align);
    for (const { name } of [...element.attributes])
      if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
    if (element.getAttribute("dir") === "auto") element.removeAttribute("dir");
  }
  return fragment;
}

/** No markup is written by hand: the browser's own serialiser escapes what must be. */
export function toHtml(node: Node): string {
  return new XMLSerializer().serializeToString(node).replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', "");
}

/** Paragraphs by empty lines, lists with their marks, tables with tabs. */
export function toPlainText(node: Node): string {
  const blocks: string[] = [];
  let line = "";
  const endLine = (): void => {
    if (line.trim() !== "") blocks.push(line.trim());
    line = "";
  };
  for (const child of node.childNodes) {
    const name = child.nodeName.toLowerCase();
    if (name === "br") line += "\n";
    else if (!(child instanceof Element) || !BLOCKS.has(name)) line += inlineText(child);
    else {
      endLine();
      const block = blockText(child, name);
      if (block !== "") blocks.push(block);
    }
  }
  endLine();
  return blocks.join(/^(?:ul|ol|li|tbody|thead|table)$/i.test(node.nodeName) ? "\n" : "\n\n");
}

function inlineText(node: Node): string {
  if (node.nodeName === "BR") return "\n";
  if (node.childNodes.length === 0) return node.textContent ?? "";
  return [...node.childNodes].map(inlineText).join("");
}

function blockText(element: Element, name: string): string {
  switch (name) {
    case "pre":
      return element.textContent?.replace(/\n$/, "") ?? "";
    case "hr":
      return "---";
    case "li":
      return toPlainText(element);
    case "tr":
      return [...element.children].map((cell) => inlineText(cell).replace(/\s+/g, " ").trim()).join("\t");
    case "blockquote":
      return toPlainText(element).replace(/^/gm, "> ");
    case "ul":
    case "ol":
      return listText(element, name === "ol");
    default:
      return toPlainText(element);
  }
}

function listText(list: Element, isOrdered: boolean): string {
  const start = Number(list.getAttribute("start") ?? 1);
  const items = [...list.children].map((item, index) => {
    const mark = isOrdered ? `${start + index}. ` : "- ";
    return mark + toPlainText(item).replaceAll("\n", `\n${" ".repeat(mark.length)}`);
  });
  return items.join("\n");
}
