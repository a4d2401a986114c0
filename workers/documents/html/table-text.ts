// A table's rows as Markdown, header first. A table of one column is no table but a way to place text: its cells become
// paragraphs.

/** Beyond this a row is a drawing; its rest is dropped into the last cell. */
const MAX_COLUMNS = 200;
const MAX_COLUMN_SPAN = 50;

export class TableText {
  readonly #rows: string[][] = [];

  addRow(): void {
    this.#rows.push([]);
  }

  addCell(text: string, columnSpan: number): void {
    if (this.#rows.length === 0) this.addRow();
    const row = this.#rows.at(-1) as string[];
    if (row.length >= MAX_COLUMNS) {
      row[MAX_COLUMNS - 1] = `${row[MAX_COLUMNS - 1]} ${text}`;
      return;
    }
    row.push(text);
    const span = Number.isInteger(columnSpan) ? Math.min(columnSpan, MAX_COLUMN_SPAN) : 1;
    for (let extra = 1; extra < span; extra += 1) row.push("");
  }

  toString(): string {
    const rows = this.#rows.filter((row) => row.some((cell) => cell !== ""));
    const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const isTable = rows.some((row) => row.filter((cell) => cell !== "").length > 1);
    if (!isTable) return rows.map((row) => row.filter((cell) => cell !== "").join("\n\n")).join("\n\n");
    const [header = [], ...body] = rows;
    const rule = `|${" --- |".repeat(columnCount)}`;
    return [formatRow(header, columnCount), rule, ...body.map((row) => formatRow(row, columnCount))].join(
      "\n",
    );
  }
}

function formatRow(cells: readonly string[], columnCount: number): string {
  const padded = Array.from({ length: columnCount }, (_, index) => {
    const text = (cells[index] ?? "").replace(/\s+/g, " ").replaceAll("|", "\\|");
    return text === "" ? "  " : ` ${text} `;
  });
  return `|${padded.join("|")}|`;
}
