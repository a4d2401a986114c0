// A JSON schema to write: what is wrong with it is said above it, and until then the last one without a fault stays in use.
import { useEffect, useId, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { findSchemaProblem } from "../../stores/schema-check";

/** After a letter, the next is waited for. */
const CALM_MS = 200;

interface SchemaFieldProps {
  readonly schema: string;
  readonly onChange: (schema: string) => void;
  /** Whether what stands in the field cannot be used. */
  readonly onProblem?: (hasProblem: boolean) => void;
}

export function SchemaField({ schema, onChange, onProblem }: SchemaFieldProps) {
  const { structured } = useTexts();
  const [text, setText] = useState(schema);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useEffect(() => {
    if (text === schema) {
      setProblem(null);
      onProblem?.(false);
      return;
    }
    let isCurrent = true;
    const check = async (): Promise<void> => {
      const found = await findSchemaProblem(text);
      if (!isCurrent) return;
      setProblem(found);
      onProblem?.(found !== null);
      if (found === null) onChange(text);
    };
    const timer = setTimeout(() => void check(), CALM_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, schema, onChange, onProblem]);
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
        onChange={(event) => setText(event.target.value)}
        className={`block max-h-[50dvh] w-full resize-y rounded-lg border bg-sunken px-3 py-2 font-mono text-sm ${problem === null ? "border-line-strong" : "border-danger"}`}
      />
    </div>
  );
}
