// The wait before the first word: how much of the prompt has gone through the model. Or for another tab, or for a
// model that was lost on the way.
import { useTexts } from "../../i18n/language-store";
import { formatShare, formatWait } from "../../stores/format";
import type { ReplyPhase } from "../../stores/reply-store";
import { ProgressBar } from "../ui/ProgressBar";

export function ReadingProgress({ phase }: { readonly phase: ReplyPhase }) {
  const { chat } = useTexts();
  if (phase.kind === "waiting") return <Reading text={chat.waitingForTab} value={null} />;
  if (phase.kind === "restoring") return <Reading text={chat.restoring} value={null} />;
  if (phase.kind !== "reading") return <Reading text={chat.reading} value={null} />;
  const { readTokens, totalTokens, secondsLeft } = phase;
  const share = formatShare(readTokens, totalTokens);
  const isSoon = secondsLeft === null || secondsLeft < 2;
  const text = isSoon ? chat.readingShare(share) : chat.readingShareAndWait(share, formatWait(secondsLeft));
  return <Reading text={text} value={readTokens / totalTokens} />;
}

function Reading({ text, value }: { readonly text: string; readonly value: number | null }) {
  const { chat } = useTexts();
  return (
    <div className="max-w-xs space-y-2 py-1">
      <p className="text-sm text-ink-soft tabular-nums">{text}</p>
      <ProgressBar label={chat.readingPrompt} value={value} />
    </div>
  );
}
