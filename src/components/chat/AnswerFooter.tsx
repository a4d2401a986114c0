// Under an answer: how it ended where that is not plain, its speed, and what can be done with it.
import { RotateCcw } from "lucide-react";
import type { AnswerStats, AssistantMessage } from "../../storage/conversations";
import { regenerate } from "../../stores/answer";
import { formatCount, formatSeconds, formatTokensPerSecond } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { restoreProblem } from "../../stores/problems";
import { useReplyStore } from "../../stores/reply-store";
import { useSettingsStore } from "../../stores/settings-store";
import { splitThought } from "../../stores/thoughts";
import { ProblemNotice } from "../model/ProblemNotice";
import { IconButton } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";

interface AnswerFooterProps {
  readonly message: AssistantMessage;
  readonly isLast: boolean;
}

/** Failures whose remedy the model's own notice shows already. */
const SHOWN_WITH_MODEL = ["DeviceLostError", "WorkerDiedError"];

export function AnswerFooter({ message, isLast }: AnswerFooterProps) {
  const canRegenerate = useModelStore((state) => state.model.status === "ready");
  const isReplying = useReplyStore((state) => state.reply !== null);
  const showStatistics = useSettingsStore((state) => state.settings.showStatistics);
  const { problem, stats, status } = message;
  const ending = describeEnding(message);
  const details = [ending, showStatistics && stats && describeStats(stats)].filter(Boolean).join(" · ");
  const { answer } = splitThought(message.text, message.startsInThought);
  return (
    <div className="mt-2 space-y-3">
      {isLast && status === "failed" && problem && !SHOWN_WITH_MODEL.includes(problem.name) && (
        <ProblemNotice problem={restoreProblem(problem)} />
      )}
      <div className="flex min-h-9 flex-wrap items-center gap-x-1 text-xs text-ink-faint">
        <span dir="auto" className={`me-2 tabular-nums ${ending ? "font-medium text-ink-soft" : ""}`}>
          {details}
        </span>
        {answer !== "" && <CopyButton label="Copy answer" text={answer} />}
        {isLast && (
          <IconButton
            label="Regenerate"
            disabled={!canRegenerate || isReplying}
            onClick={() => void regenerate()}
          >
            <RotateCcw size={16} aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  );
}

function describeStats(stats: AnswerStats): string {
  const { generatedTokens, tokensPerSecond, timeToFirstTokenMs, promptTokens, readTokens } = stats;
  const parts = [`${formatCount(generatedTokens)} ${generatedTokens === 1 ? "token" : "tokens"}`];
  if (tokensPerSecond !== null) parts.push(formatTokensPerSecond(tokensPerSecond));
  if (timeToFirstTokenMs !== null) parts.push(`first token ${formatSeconds(timeToFirstTokenMs / 1000)}`);
  if (promptTokens !== undefined && readTokens !== undefined)
    parts.push(`read ${formatCount(readTokens)} of ${formatCount(promptTokens)}`);
  return parts.join(" · ");
}

function describeEnding({ status, problem }: AssistantMessage): string | null {
  switch (status) {
    case "end-of-turn":
      return null;
    case "stopped":
      return "Stopped";
    case "max-tokens":
      return "Cut at the longest answer set in Settings";
    case "context-full":
      return "Cut: the model's window is full. Start a new chat to go on";
    case "failed":
      return problem && SHOWN_WITH_MODEL.includes(problem.name) ? "Interrupted" : "Failed";
    case "streaming": // the page closed before it could say how the answer ended
    case "interrupted":
      return "Interrupted";
    default:
      return status satisfies never;
  }
}
