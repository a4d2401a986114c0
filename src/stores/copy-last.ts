// Copies the last answer, or the last block of code, of the branch on screen, and says so.
import { currentTexts } from "../i18n/language-store";
import { selectBranch } from "./branches";
import { useChatStore } from "./chat-store";
import { splitThought } from "./thoughts";
import { showToast } from "./toast-store";

/** The last first, without thoughts. */
function listAnswers(): readonly string[] {
  const { current, messages } = useChatStore.getState();
  return selectBranch(messages, current?.leafId ?? null)
    .flatMap((message) =>
      message.role === "assistant" ? splitThought(message.text, message.startsInThought).answer : [],
    )
    .filter((text) => text !== "")
    .reverse();
}

export async function copyLastAnswer(): Promise<void> {
  const texts = currentTexts().shortcuts;
  await copy(listAnswers()[0], texts.answerCopied, texts.noAnswer);
}

export async function copyLastCode(): Promise<void> {
  const texts = currentTexts().shortcuts;
  const { lastCodeIn } = await import("./last-code");
  const code = listAnswers()
    .map(lastCodeIn)
    .find((found) => found !== null);
  await copy(code ?? undefined, texts.codeCopied, texts.noCode);
}

async function copy(text: string | undefined, done: string, nothing: string): Promise<void> {
  if (text === undefined) {
    showToast(nothing);
    return;
  }
  await navigator.clipboard.writeText(text).then(
    () => showToast(done),
    () => showToast(currentTexts().shortcuts.notCopied),
  );
}
