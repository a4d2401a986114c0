// A JSON schema to write: what is wrong with it is said above it. Whoever shows it keeps every letter, and decides what to do with
// a faulty one.
import { useEffect, useId, useState } from "react";
import { useTexts } from "../../i18n/language-store";

/** After a letter, the next is waited for. */
const CALM_MS = 200;

interface SchemaFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with a text, or null. */
  readonly check: (text: string) => Promise<string | null>;
  /** Whether what stands in the field cannot be used. */
  readonly onProblem?: (hasProblem: boolean) => void;
}

export function SchemaField({ text, onChange, check, onProblem }: SchemaFieldProps) {
  const { structured } = useTexts();
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const found = await check(text);
      if (!isCurrent) return;
      setProblem(found);
      onProblem?.(found !== null);
    };
    const timer = setTimeout(() => void look(), CALM_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, check, onProblem]);
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block text-sm font-medium">
        {structured.schema}
      </label>
      <div
        id={`${id}-help`}
        role="status"
        className={`text-xs wrap-anywhere ${problem === null ? "text-ink-soft" : "text-danger"}`}
      >
        <p dir="auto">{problem ?? structured.schemaHelp}</p>
        {problem !== null && <p>{structured.schemaKept}</p>}
      </div>
      <textarea
        id={id}
        dir="ltr"
        spellCheck={false}
        rows={10}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
        className={`block max-h-[50dvh] w-full resize-y rounded-lg border bg-sunken px-3 py-2 font-mono text-sm ${problem === null ? "border-line-strong" : "border-danger"}`}
      />
    </div>
  );
}
