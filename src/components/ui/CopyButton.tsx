// Copies a text and says so for a moment.
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { IconButton } from "./Button";
import { copyToClipboard } from "./clipboard";

const SHOWN_MS = 1_800;

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  /** The same as HTML, for those who paste into a letter: found from the button when it is pressed. */
  readonly findHtml?: (button: HTMLElement) => string | null;
}

export function CopyButton({ label, text, findHtml }: CopyButtonProps) {
  const { common } = useTexts();
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (button: HTMLElement): void => {
    copyToClipboard(text, findHtml?.(button) ?? null).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  };
  const labels = { idle: label, copied: common.copied, refused: common.copyRefused };
  return (
    <IconButton label={labels[state]} onClick={(event) => copy(event.currentTarget)}>
      {state === "copied" ? (
        <Check size={16} aria-hidden className="text-accent" />
      ) : (
        <Copy size={16} aria-hidden />
      )}
    </IconButton>
  );
}
