// A number with a slider below it, or a plain box where a slider makes no sense. Empty may mean "automatic". What is typed counts
// with each key, moved into its range; the box shows what came of it once it is left.
import { type ReactNode, useId, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { FieldRow } from "./FieldRow";

interface NumberFieldProps {
  readonly label: string;
  readonly help: string;
  readonly mark?: ReactNode;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly hasSlider?: boolean;
  readonly emptyLabel?: string; // allows no value, and says what that means
  readonly onChange: (value: number | null) => void;
}

export function NumberField(props: NumberFieldProps) {
  const { label, help, mark, value, min, max, step, hasSlider = true, emptyLabel, onChange } = props;
  const { common } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null); // while it is written
  const type = (text: string): void => {
    setTyped(text);
    const parsed = Number(text);
    if (text.trim() !== "" && Number.isFinite(parsed)) onChange(Math.min(max, Math.max(min, parsed)));
    else if (text.trim() === "" && emptyLabel !== undefined) onChange(null);
  };
  return (
    <div>
      <FieldRow label={<label htmlFor={id}>{label}</label>} mark={mark} help={help} helpId={`${id}-help`}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          dir="ltr"
          value={typed ?? value ?? ""}
          placeholder={emptyLabel}
          aria-describedby={`${id}-help`}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={(event) => event.key === "Enter" && setTyped(null)}
          className="target w-28 rounded-lg border border-line-strong bg-raised px-2.5 py-1 text-end text-sm tabular-nums"
        />
      </FieldRow>
      {hasSlider && value !== null && (
        <input
          type="range"
          aria-label={common.slider(label)}
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
          className="mt-1 h-6 w-full accent-accent"
        />
      )}
    </div>
  );
}
