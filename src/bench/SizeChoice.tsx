// Which depths and prompts to measure, and whether each kernel alone as well.
import type { BenchOptions } from "../../workers/inference/api";
import { formatCount } from "../stores/format";
import type { BenchChoice } from "./bench-options";

interface SizeChoiceProps {
  readonly offered: BenchChoice["offered"];
  readonly options: BenchOptions;
  readonly isDisabled: boolean;
  readonly onChange: (options: BenchOptions) => void;
}

export function SizeChoice({ offered, options, isDisabled, onChange }: SizeChoiceProps) {
  return (
    <fieldset disabled={isDisabled} className="space-y-4">
      <legend className="sr-only">What to measure</legend>
      <Sizes
        legend="After tokens already read"
        sizes={offered.depths}
        chosen={options.depths}
        onChange={(depths) => onChange({ ...options, depths })}
      />
      <Sizes
        legend="Reading prompts of tokens"
        sizes={offered.prefillLengths}
        chosen={options.prefillLengths}
        onChange={(prefillLengths) => onChange({ ...options, prefillLengths })}
      />
      <Check
        label="Each kernel alone as well"
        isChecked={options.withProfile}
        onChange={(withProfile) => onChange({ ...options, withProfile })}
      />
      <p className="text-xs text-ink-soft">
        Each figure is the middle of {options.runs} runs after a warm-up. Great depths take minutes on a small
        GPU.
      </p>
    </fieldset>
  );
}

interface SizesProps {
  readonly legend: string;
  readonly sizes: readonly number[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

function Sizes({ legend, sizes, chosen, onChange }: SizesProps) {
  const toggle = (size: number, isChecked: boolean): void =>
    onChange(sizes.filter((one) => (one === size ? isChecked : chosen.includes(one))));
  return (
    <fieldset>
      <legend className="text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {sizes.map((size) => (
          <Check
            key={size}
            label={formatCount(size)}
            isChecked={chosen.includes(size)}
            onChange={(isChecked) => toggle(size, isChecked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label className="target inline-flex items-center gap-2 text-sm tabular-nums">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
}
