// A number with a slider beside it, or a plain box where a slider makes no sense. Empty may mean "automatic".
import { useEffect, useId, useState } from "react";

interface NumberFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly hasSlider?: boolean;
  readonly emptyLabel?: string; // allows no value, and says what that means
  readonly onChange: (value: number | null) => void;
}

export function NumberField(props: NumberFieldProps) {
  const { label, help, value, min, max, step, hasSlider = true, emptyLabel, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  useEffect(() => setTyped(value === null ? "" : String(value)), [value]);
  const commit = (): void => {
    const parsed = Number(typed);
    if (typed.trim() === "" && emptyLabel !== undefined) onChange(null);
    else if (typed.trim() !== "" && Number.isFinite(parsed)) onChange(Math.min(max, Math.max(min, parsed)));
    else setTyped(value === null ? "" : String(value));
  };
  return (
    <div>
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          dir="ltr"
          value={typed}
          placeholder={emptyLabel}
          aria-describedby={`${id}-help`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
          className="target w-28 rounded-lg border border-line-strong bg-raised px-2.5 py-1 text-end text-sm tabular-nums"
        />
      </div>
      {hasSlider && value !== null && (
        <input
          type="range"
          aria-label={`${label}, slider`}
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
          className="mt-1 h-6 w-full accent-accent"
        />
      )}
      <p id={`${id}-help`} className="mt-0.5 text-xs text-ink-soft">
        {help}
      </p>
    </div>
  );
}
