// A text with the found words marked.
import type { MarkedText as MarkedTextValue } from "../../chats/api";

export function MarkedText({ value: { text, marks } }: { readonly value: MarkedTextValue }) {
  const rest = marks.at(-1)?.end ?? 0;
  return (
    <bdi>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className="found">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(rest)}
    </bdi>
  );
}
