// One of a few, side by side: radio buttons that look like one control.

interface SegmentsProps<Value extends string> {
  readonly name: string;
  readonly labelId: string;
  readonly helpId: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { name, labelId, helpId, value, options, onChange } = props;
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={helpId}
      className="inline-flex max-w-full flex-wrap rounded-xl border border-line bg-sunken p-1"
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="target grid cursor-pointer place-items-center rounded-lg px-3.5 text-sm has-checked:bg-raised has-checked:font-medium has-checked:shadow-card forced-colors:has-checked:outline has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
