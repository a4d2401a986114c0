// A checkbox at the end of its line, with what it means below its name.
import { FieldRow } from "../ui/FieldRow";

interface ToggleRowProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function ToggleRow({ id, label, help, isOn, onChange }: ToggleRowProps) {
  return (
    <FieldRow label={<label htmlFor={id}>{label}</label>} help={help} helpId={`${id}-help`} isSmall>
      <span className="target grid place-items-center">
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange(event.target.checked)}
          className="size-5 accent-accent"
        />
      </span>
    </FieldRow>
  );
}
