// A table of figures that scrolls in itself on a narrow screen.
import type { ReactNode } from "react";
import { scrollable } from "../components/chat/scrollable";

export interface Column<Row> {
  readonly title: string;
  readonly unit?: string;
  readonly cell: (row: Row) => ReactNode;
}

interface FigureTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[]; // the first names the row
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

export function FigureTable<Row>({ caption, columns, rows, keyOf }: FigureTableProps<Row>) {
  const align = (index: number): string => (index === 0 ? "text-start font-medium" : "text-end");
  return (
    <section
      aria-label={caption}
      {...scrollable}
      className="overflow-x-auto rounded-xl border border-line bg-raised"
    >
      <table className="w-full text-sm tabular-nums">
        <caption className="px-3 pt-2.5 text-start font-semibold">{caption}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-xs text-ink-soft">
            {columns.map(({ title, unit }, index) => (
              <th key={title} scope="col" className={`px-3 py-2 ${align(index)}`}>
                {title}
                {unit && <span className="block font-normal">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line last:border-0">
              {columns.map(({ title, cell }, index) =>
                index === 0 ? (
                  <th key={title} scope="row" className={`px-3 py-1.5 ${align(index)}`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} className={`px-3 py-1.5 whitespace-nowrap ${align(index)}`}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
