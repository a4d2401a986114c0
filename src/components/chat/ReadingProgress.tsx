// The wait before the first word: how much of the prompt has gone through the model.
import { formatShare, formatWait } from "../../stores/format";
import type { ReplyPhase } from "../../stores/reply-store";
import { ProgressBar } from "../ui/ProgressBar";

export function ReadingProgress({ phase }: { readonly phase: ReplyPhase }) {
  if (phase.kind !== "reading") return <Reading text="Reading…" value={null} />;
  const { readTokens, totalTokens, secondsLeft } = phase;
  const wait = secondsLeft === null || secondsLeft < 2 ? "" : ` · about ${formatWait(secondsLeft)} left`;
  return (
    <Reading
      text={`Reading… ${formatShare(readTokens, totalTokens)}${wait}`}
      value={readTokens / totalTokens}
    />
  );
}

function Reading({ text, value }: { readonly text: string; readonly value: number | null }) {
  return (
    <div className="max-w-xs space-y-2 py-1">
      <p className="text-sm text-ink-soft tabular-nums">{text}</p>
      <ProgressBar label="Reading the prompt" value={value} />
    </div>
  );
}
