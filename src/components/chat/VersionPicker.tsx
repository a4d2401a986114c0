// ‹ 2/3 ›: which version of a message is on screen, and the way to the others, by the arrow keys as well.
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTexts } from "../../i18n/language-store";
import type { Version } from "../../stores/branches";
import { formatCount } from "../../stores/format";
import { showVersion } from "../../stores/message-actions";
import { IconButton } from "../ui/Button";

interface VersionPickerProps extends Version {
  readonly messageId: string;
}

export function VersionPicker({ messageId, number, count }: VersionPickerProps) {
  const { chat } = useTexts();
  if (count < 2) return null;
  const show = (step: number): void => void showVersion(messageId, step);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const isForwards =
      (event.key === "ArrowRight") === (getComputedStyle(event.currentTarget).direction === "ltr");
    show(isForwards ? 1 : -1);
  };
  return (
    <fieldset aria-label={chat.versions} onKeyDown={onKeyDown} className="flex items-center text-ink-soft">
      <IconButton label={chat.previousVersion} aria-disabled={number === 1} onClick={() => show(-1)}>
        <ChevronLeft size={16} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <span className="sr-only">{chat.versionOf(number, count)}</span>
      <span aria-hidden dir="ltr" className="min-w-8 text-center text-xs tabular-nums">
        {formatCount(number)}/{formatCount(count)}
      </span>
      <IconButton label={chat.nextVersion} aria-disabled={number === count} onClick={() => show(1)}>
        <ChevronRight size={16} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
    </fieldset>
  );
}
