// What takes the model away although nobody wished it: the graphics driver restarts, the worker dies, the tab that had it is
// closed. It is loaded again by itself, and an answer waits for it and goes on. Not again and again: what ends a driver within a
// minute would end it once more.
import type { LoadedModel } from "../../workers/inference/api";
import { currentTexts } from "../i18n/language-store";
import { isFollowing } from "../inference";
import { currentModelId, failModel, useModelStore } from "./model-store";
import type { LossName, Problem, ProblemName } from "./problems";
import { useReplyStore } from "./reply-store";
import { showToast } from "./toast-store";

/** Of those that tell of it by themselves; who moved the engine does not. */
type Loss = Exclude<LossName, "EngineMovedError">;

const PAUSE_MS = 60_000;
let recoveredAt = Number.NEGATIVE_INFINITY;

/** The tab that had the model is gone: this one loads it, or follows the next. */
export async function takeOver(): Promise<void> {
  const { model, gpu, start, restore } = useModelStore.getState();
  if (gpu === null && model.status !== "failed") return; // it is starting, and finds out by itself
  if (gpu === null) return start();
  if (isFollowing()) return (await import("./shared-model")).followModel();
  const modelId = model.status === "failed" ? null : currentModelId(model);
  if (modelId === null) return start();
  showToast(currentTexts().models.lost.EngineMovedError);
  await restore(modelId);
}

export async function recover(problem: Problem & { readonly name: Loss }): Promise<void> {
  const { model, gpu, start, restore } = useModelStore.getState();
  if (gpu === null) return; // it is starting, and finds out by itself
  if (isFollowing()) return showToast(currentTexts().models.lost[problem.name]); // the tab that leads loads it
  if (model.status === "failed") return; // what is said there is what to do
  const modelId = currentModelId(model);
  if (performance.now() - recoveredAt < PAUSE_MS) return failModel(modelId, lastWord(problem));
  recoveredAt = performance.now();
  if (modelId === null) return start();
  showToast(currentTexts().models.lost[problem.name]);
  await restore(modelId);
}

const AGAIN: Readonly<Record<Loss, ProblemName>> = {
  DeviceLostError: "DeviceLostAgainError",
  WorkerDiedError: "WorkerDiedError",
};

const lastWord = ({ name, message }: Problem & { readonly name: Loss }): Problem => ({
  name: AGAIN[name],
  message,
});

/** Whether the model that an answer lost is there again. One that the user stops waits no longer. */
export function modelReturns(lost: LoadedModel): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { model } = useModelStore.getState();
      const { reply } = useReplyStore.getState();
      const isGivenUp = !reply || reply.isStopping || model.status === "failed";
      const isBack = model.status === "ready" && model.info !== lost;
      if (!isGivenUp && !isBack) return;
      for (const end of ends) end();
      resolve(!isGivenUp && model.status === "ready" && model.info.modelId === lost.modelId);
    };
    const ends = [useModelStore.subscribe(look), useReplyStore.subscribe(look)];
    look();
  });
}
