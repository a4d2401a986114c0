// Which depths and prompts to measure, and whether each kernel alone and guessing ahead as well.
import type { BenchOptions } from "../../workers/inference/api";
import { useTexts } from "../i18n/language-store";
import { formatCount } from "../stores/format";
import type { BenchChoice } from "./bench-options";

interface SizeChoiceProps {
  readonly offered: BenchChoice["offered"];
  readonly options: BenchOptions;
  readonly isDisabled: boolean;
  readonly onChange: (options: BenchOptions) => void;
}

export function SizeChoice({ offered, options, isDisabled, onChange }: SizeChoiceProps) {
  const { bench } = useTexts();
  return (
    <fieldset disabled={isDisabled} className="space-y-4">
      <legend className="sr-only">{bench.options}</legend>
      <Sizes
        legend={bench.depths}
        sizes={offered.depths}
        chosen={options.depths}
        onChange={(depths) => onChange({ ...options, depths })}
      />
      <Sizes
        legend={bench.prompts}
        sizes={offered.prefillLengths}
        chosen={options.prefillLengths}
        onChange={(prefillLengths) => onChange({ ...options, prefillLengths })}
      />
      <div className="flex flex-wrap gap-x-5">
        <Check
          label={bench.eachKernel}
          isChecked={options.withProfile}
          onChange={(withProfile) => onChange({ ...options, withProfile })}
        />
        <Check
          label={bench.guessingToo}
          isChecked={options.withLookup}
          onChange={(withLookup) => onChange({ ...options, withLookup })}
        />
      </div>
      <p className="text-xs text-ink-soft">{bench.runs(options.runs)}</p>
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
