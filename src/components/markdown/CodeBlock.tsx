// A block of code: its language, buttons that stay in view, its own scrolling, and long ones folded. Code runs left to right in any
// language.
import { ChevronDown, ChevronUp, WrapText } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { IconButton } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { ScrollBox } from "../ui/ScrollBox";
import { HighlightedCode } from "./HighlightedCode";
import { languageOf, nameOf } from "./languages";

interface CodeBlockProps {
  readonly info: string;
  readonly code: string;
  readonly isEnded: boolean;
}

/** Folded only where that hides more than a few lines. */
const LONG_LINES = 30;

export function CodeBlock({ info, code, isEnded }: CodeBlockProps) {
  const { answer } = useTexts();
  const language = languageOf(info);
  const lineCount = code.split("\n").length;
  const isLong = lineCount > LONG_LINES;
  const [isWrapped, setIsWrapped] = useState(false);
  const [isOpen, setIsOpen] = useState(!isEnded); // code that was watched while it came stays open when it ends
  const label = nameOf(language) || answer.plainText;
  return (
    <div dir="ltr" className="code-block" data-folded={isLong && !isOpen}>
      <div className="code-header" data-copy="skip">
        <span>{label}</span>
        <span className="flex">
          <IconButton
            label={answer.wrapLines}
            aria-pressed={isWrapped}
            className="aria-pressed:text-accent"
            onClick={() => setIsWrapped(!isWrapped)}
          >
            <WrapText size={16} aria-hidden />
          </IconButton>
          <CopyButton label={answer.copyCode} text={code} />
        </span>
      </div>
      <ScrollBox label={answer.code(label)} className="code-body">
        <pre data-wrapped={isWrapped}>
          <code>
            <HighlightedCode language={language} code={code} isEnded={isEnded} />
          </code>
        </pre>
      </ScrollBox>
      {isLong && isEnded && (
        <button
          type="button"
          className="code-fold target"
          data-copy="skip"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? answer.showLess : answer.showAllLines(lineCount)}
          {isOpen ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        </button>
      )}
    </div>
  );
}
