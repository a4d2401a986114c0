// From which page to which: counted as it is typed.
import { useEffect, useId, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import type { Pages } from "../../stores/library-store";
import { countPartOf } from "../../stores/part-choice";
import type { SizedPart } from "./PartDialog";

interface PageRangeChoiceProps {
  readonly pages: Pages;
  readonly onChoose: (part: SizedPart | null) => void;
}

export function PageRangeChoice({ pages, onChoose }: PageRangeChoiceProps) {
  const { choosing } = useTexts().library;
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(1);
  useEffect(() => {
    let isCurrent = true;
    onChoose(null);
    if (from > to) return;
    const part = { kind: "pages" as const, from, to };
    countPartOf(pages, part).then(
      (tokenCount) => isCurrent && onChoose({ part, tokenCount }),
      () => {}, // without a count it cannot be used
    );
    return () => {
      isCurrent = false;
    };
  }, [pages, from, to, onChoose]);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <PageField label={choosing.fromPage} value={from} max={pages.length} onChange={setFrom} />
      <PageField label={choosing.toPage} value={to} max={pages.length} onChange={setTo} />
      {from > to && <p className="pb-2 text-xs text-danger">{choosing.rangeIsEmpty}</p>}
    </div>
  );
}

interface PageFieldProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function PageField({ label, value, max, onChange }: PageFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  const change = (text: string): void => {
    setTyped(text);
    const page = Number(text);
    if (Number.isInteger(page) && page >= 1 && page <= max) onChange(page);
  };
  return (
    <div>
      <label htmlFor={id} className="block text-xs text-ink-soft">
        {label}
      </label>
      <input
        id={id}
        type="number"
        dir="ltr"
        min={1}
        max={max}
        value={typed}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(String(value))}
        className="target mt-1 w-24 rounded-lg border border-line-strong bg-canvas px-2.5 py-1 text-sm tabular-nums"
      />
    </div>
  );
}
