// Text under construction: words with their white space folded, lines and paragraphs as breaks that wait for the next word, so
// that nested blocks never add up to more than one empty line.

export class BlockText {
  #parts: string[] = [];
  #pendingBreaks = 0; // 1 a new line, 2 an empty line between
  #hasPendingSpace = false;
  #linePrefix = ""; // of the next line that gets a word
  #isEmpty = true;

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  get isAtLineStart(): boolean {
    return this.#isEmpty || this.#pendingBreaks > 0;
  }

  /** At least so many line ends before the next word. */
  breakLine(count: 1 | 2): void {
    this.#pendingBreaks = Math.max(this.#pendingBreaks, count);
    this.#hasPendingSpace = false;
  }

  /** A line end as the source has it: two of them leave an empty line. */
  forceBreak(): void {
    this.#pendingBreaks = Math.min(2, this.#pendingBreaks + 1);
    this.#hasPendingSpace = false;
  }

  /** What the next word begins its line with: a list's mark, a heading's. */
  setPrefix(prefix: string): void {
    this.#linePrefix = prefix;
  }

  /** Drops a mark whose element turned out to hold no word. */
  clearPrefix(): void {
    this.#linePrefix = "";
  }

  add(text: string): void {
    const words = text.replace(/[ \t\n\r\f]+/g, " ");
    if (words === "") return;
    const startsWithSpace = words.startsWith(" ");
    const trimmed = words.trim() === "" ? "" : words.slice(startsWithSpace ? 1 : 0);
    this.#hasPendingSpace ||= startsWithSpace;
    if (trimmed === "") return;
    this.#begin();
    const endsWithSpace = trimmed.endsWith(" ");
    this.#parts.push(endsWithSpace ? trimmed.slice(0, -1) : trimmed);
    this.#hasPendingSpace = endsWithSpace;
  }

  /** Text whose white space counts. */
  addVerbatim(text: string): void {
    if (text === "") return;
    if (text.trim() !== "") this.#begin();
    else if (this.#isEmpty) return;
    this.#parts.push(text);
    this.#hasPendingSpace = false;
  }

  toString(): string {
    return this.#parts.join("");
  }

  #begin(): void {
    if (!this.#isEmpty && this.#pendingBreaks > 0) this.#parts.push("\n".repeat(this.#pendingBreaks));
    else if (!this.#isEmpty && this.#hasPendingSpace) this.#parts.push(" ");
    if (this.#linePrefix !== "") this.#parts.push(this.#linePrefix);
    this.#pendingBreaks = 0;
    this.#hasPendingSpace = false;
    this.#linePrefix = "";
    this.#isEmpty = false;
  }
}
