// One answer from the engine, in as many goes as it takes: when it is this tab's turn, and again when its model was lost and is back.
import type { FormattedRequest } from "../../workers/inference/api";
import { engine } from "../inference";
import type { AnswerStats, AssistantMessage, MessageRecord } from "../storage/conversations";
import { addStats, statsOf } from "./answer-stats";
import type { AnswerStream } from "./answer-stream";
import { toChatMessages, toContinue } from "./chat-messages";
import { answerSettings } from "./chat-options";
import { toolRequest } from "./chat-tools";
import { useModelStore } from "./model-store";
import { isLoss, problemOf } from "./problems";
import { endReadingAhead } from "./reading-ahead";
import { useReplyStore } from "./reply-store";
import { unfinishedKey } from "./unfinished-key";

/** How an answer ended. */
export type Ending = Pick<AssistantMessage, "status" | "stats" | "problem" | "call">;

interface Question {
  readonly requestId: string;
  readonly conversationId: string;
  readonly path: readonly MessageRecord[];
  readonly begun: AssistantMessage | null;
}

/** Until it ends or fails for good: an answer that loses its model goes on when the model is back. */
export async function generate(question: Question, stream: AnswerStream): Promise<Ending> {
  let { begun } = question;
  let stats: AnswerStats | null = null;
  for (;;) {
    const { model } = useModelStore.getState();
    const ending = await generateOnce({ ...question, begun }, stream, stats?.generatedTokens ?? 0);
    if (model.status !== "ready" || !isLoss(ending.problem?.name))
      return { ...ending, stats: addStats(stats, ending.stats) };
    const paused = stream.pause();
    begun = paused.begun;
    stats = addStats(stats, partStats(paused.tokens));
    const { modelReturns } = await import("./recovery");
    if (!(await modelReturns(model.info))) return giveUp({ ...ending, stats }, begun.id);
  }
}

/** Nobody loads its model again. The user does, or a reload of the page, and then it goes on; not with another model. */
function giveUp(ending: Ending, messageId: string): Ending {
  if (useReplyStore.getState().reply?.isStopping) return { ...ending, status: "stopped", problem: null };
  if (useModelStore.getState().model.status !== "failed") return ending;
  sessionStorage.setItem(unfinishedKey, messageId);
  import("./unfinished-answer").then(
    ({ continueUnfinished }) => continueUnfinished(),
    () => undefined, // there is no network to fetch it from: the next page does
  );
  return ending;
}

async function generateOnce(
  { path, begun, ...ids }: Question,
  stream: AnswerStream,
  written: number, // tokens of it, before its model was lost
): Promise<Ending> {
  try {
    const messages = await toChatMessages(path);
    const continuesAnswer = begun !== null && begun.text !== "";
    if (begun && continuesAnswer) messages.push(toContinue(begun));
    await endReadingAhead();
    if (useReplyStore.getState().reply?.isStopping) return { status: "stopped", stats: null, problem: null };
    const settings = answerSettings(ids.conversationId, begun);
    const request: FormattedRequest = {
      ...ids,
      ...settings,
      maxTokens: Math.max(1, settings.maxTokens - written),
      ...(await toolRequest(ids.conversationId, path, continuesAnswer)),
      messages,
      continuesAnswer,
    };
    const { inTurn } = await import("./turn");
    const onWait = (): void => useReplyStore.getState().update({ phase: { kind: "waiting" } });
    const result = await inTurn(() => engine.generate(request, stream.onEvent), onWait);
    if (result === null) return { status: "stopped", stats: null, problem: null };
    await stream.arrived(result.generatedTokens);
    const call = result.toolCall && (await import("../tools/record-call")).recordCall(result.toolCall, path);
    return { status: result.finishReason, stats: statsOf(result), problem: null, ...(call ? { call } : {}) };
  } catch (error) {
    return { status: "failed", stats: null, problem: problemOf(error) };
  }
}

/** Of what came before the model was lost: nobody has timed it. */
const partStats = (generatedTokens: number): AnswerStats | null =>
  generatedTokens === 0 ? null : { generatedTokens, tokensPerSecond: null, timeToFirstTokenMs: null };
