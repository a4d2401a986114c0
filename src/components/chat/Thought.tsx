// What a reasoning model thought before it answered: folded, and open for as long as the reader has it open.
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { Markdown } from "../markdown/Markdown";

interface ThoughtProps {
  readonly text: string;
  readonly isThinking: boolean; // more of it comes
  readonly durationMs: number | null;
}

export function Thought({ text, isThinking, durationMs }: ThoughtProps) {
  const { answer } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const ended = durationMs === null ? answer.thoughts : answer.thoughtFor(durationMs / 1000);
  return (
    <details className="thought" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="target">
        <span className={isThinking ? "thought-growing" : ""}>{isThinking ? answer.thinking : ended}</span>
        <ChevronDown size={16} aria-hidden className="thought-arrow" />
      </summary>
      {isOpen && (
        <div className="thought-text">
          <Markdown text={text} isStreaming={isThinking} />
        </div>
      )}
    </details>
  );
}
