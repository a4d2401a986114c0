// Under an answer: how it ended where that is not plain, its figures, and what can be done with it.
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import type { AnswerStats, AssistantMessage } from "../../storage/conversations";
import { canContinue } from "../../stores/answer-ending";
import { formatSeconds, formatTokensPerSecond } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { restoreProblem } from "../../stores/problems";
import { finishAnswer } from "../../stores/queue-store";
import { useSettingsStore } from "../../stores/settings-store";
import { splitThought } from "../../stores/thoughts";
import { ProblemNotice } from "../model/ProblemNotice";
import { Button } from "../ui/Button";
import { MessageActions, type MessageProps, RegenerateButton } from "./MessageActions";
import { useCanAsk } from "./MessageEditor";
import { VersionPicker } from "./VersionPicker";

/** Failures whose remedy the model's own notice shows already. */
const SHOWN_WITH_MODEL = ["DeviceLostError", "WorkerDiedError", "EngineMovedError"];

export function AnswerFooter({ message, isLast, number, count }: MessageProps<AssistantMessage>) {
  const { chat } = useTexts();
  const showStatistics = useSettingsStore((state) => state.settings.showStatistics);
  const { problem, stats, status } = message;
  const ending = describeEnding(message, chat);
  const figures = showStatistics && stats ? describeStats(stats, chat) : null;
  const { answer } = splitThought(message.text, message.startsInThought);
  return (
    <div className="mt-2 space-y-3">
      {isLast && status === "failed" && problem && !SHOWN_WITH_MODEL.includes(problem.name) && (
        <ProblemNotice problem={restoreProblem(problem)} />
      )}
      {isLast && <ContinueButton message={message} />}
      <div className="-ms-2 flex min-h-9 flex-wrap items-center gap-x-1 text-xs text-ink-faint">
        <VersionPicker messageId={message.id} number={number} count={count} />
        <MessageActions message={message} isLast={isLast} copyText={answer}>
          <RegenerateButton messageId={message.id} label={chat.regenerate} />
        </MessageActions>
        <span className="ms-2 tabular-nums sm:ms-auto">
          {ending !== null && <span className="font-medium text-ink-soft">{ending}</span>}
          {ending !== null && figures !== null && " · "}
          {figures}
        </span>
      </div>
    </div>
  );
}

function ContinueButton({ message }: { readonly message: AssistantMessage }) {
  const { chat } = useTexts();
  const info = useModelStore((state) => (state.model.status === "ready" ? state.model.info : null));
  const canAsk = useCanAsk();
  if (!info || !canContinue(message, info)) return null;
  return (
    <Button disabled={!canAsk} onClick={() => void finishAnswer(message)}>
      {chat.continueAnswer}
    </Button>
  );
}

function describeStats(stats: AnswerStats, chat: Texts["chat"]): string {
  const { generatedTokens, tokensPerSecond, timeToFirstTokenMs, promptTokens, readTokens } = stats;
  const { draftedTokens, acceptedTokens } = stats;
  const parts = [chat.tokenCount(generatedTokens)];
  if (tokensPerSecond !== null) parts.push(formatTokensPerSecond(tokensPerSecond));
  if (timeToFirstTokenMs !== null) parts.push(chat.firstToken(formatSeconds(timeToFirstTokenMs / 1000)));
  if (promptTokens !== undefined && readTokens !== undefined) {
    const isReused = readTokens < promptTokens;
    parts.push((isReused ? chat.readOfReused : chat.readOf)(readTokens, promptTokens));
  }
  if (draftedTokens !== undefined && acceptedTokens !== undefined)
    parts.push(chat.guessed(acceptedTokens, draftedTokens));
  return parts.join(" · ");
}

function describeEnding({ status, problem, isEdited }: AssistantMessage, chat: Texts["chat"]): string | null {
  switch (status) {
    case "end-of-turn":
      return isEdited ? chat.edited : null;
    case "tool-call":
      return null;
    case "stopped":
      return chat.stopped;
    case "max-tokens":
      return chat.cutAtLimit;
    case "context-full":
      return chat.cutAtWindow;
    case "failed":
      return problem && SHOWN_WITH_MODEL.includes(problem.name) ? chat.interrupted : chat.failed;
    case "streaming": // the page closed before it could say how the answer ended
    case "interrupted":
      return chat.interrupted;
    default:
      return status satisfies never;
  }
}
