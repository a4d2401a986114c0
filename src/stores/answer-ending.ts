// Whether an answer is one that its model could go on with.
import type { LoadedModel } from "../../workers/inference/api";
import type { AssistantMessage } from "../storage/conversations";

/** Of an answer that no model is writing now. */
export function canContinue(
  { text, status, stats, isEdited, isJson, startsInThought }: AssistantMessage,
  { reasons, contextLength }: Pick<LoadedModel, "reasons" | "contextLength">,
): boolean {
  if (text === "" || (startsInThought && !reasons)) return false;
  switch (status) {
    case "end-of-turn":
      return isEdited === true; // its new end may be no end
    case "tool-call": // what comes of it is another answer
      return false;
    case "max-tokens":
      return isJson !== true; // JSON is closed where it is cut
    case "context-full": // in the window of before
      return (
        isJson !== true &&
        stats?.promptTokens !== undefined &&
        stats.promptTokens + stats.generatedTokens < contextLength
      );
    case "stopped":
    case "failed":
    case "interrupted":
    case "streaming": // until its page closed
      return true;
    default:
      return status satisfies never;
  }
}
