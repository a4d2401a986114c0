// A text with the found words marked.
import type { MarkedText as MarkedTextValue } from "../../chats/api";

interface MarkedTextProps {
  readonly value: MarkedTextValue;
  readonly className?: string;
}

export function MarkedText({ value: { text, marks }, className }: MarkedTextProps) {
  const rest = marks.at(-1)?.end ?? 0;
  return (
    <bdi className={className}>
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
