// A block of code: its language, a button that copies it, and its own scrolling. Code runs left to right in any language.
import { CopyButton } from "../ui/CopyButton";
import { scrollable } from "./scrollable";

interface CodeBlockProps {
  readonly language: string;
  readonly code: string;
}

export function CodeBlock({ language, code }: CodeBlockProps) {
  const name = language.split(/\s/)[0] || "text";
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-sunken" dir="ltr">
      <div className="flex items-center justify-between border-b border-line ps-4 pe-1 text-xs text-ink-soft">
        <span className="font-mono">{name}</span>
        <CopyButton label="Copy code" text={code} />
      </div>
      <section aria-label={`Code, ${name}`} {...scrollable} className="overflow-x-auto">
        <pre className="w-max min-w-full px-4 py-3 text-sm leading-relaxed">
          <code>{code}</code>
        </pre>
      </section>
    </div>
  );
}
