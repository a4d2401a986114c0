// Hears of what takes the model away; stores/recovery.ts, fetched once a model is there, brings it back.
import { onEngineEvent, onEngineMoved, onWorkerDeath } from "../inference";
import { currentModelId, failModel, useModelStore } from "./model-store";
import type { Problem } from "./problems";

export function watchLosses(): void {
  onEngineEvent((event) => {
    if (event.type === "device-lost") recoverFrom({ name: "DeviceLostError", message: event.message });
  });
  onWorkerDeath(({ message }) => recoverFrom({ name: "WorkerDiedError", message }));
  onEngineMoved(() => void import("./recovery").then(({ takeOver }) => takeOver()));
  // When something has failed, there may be no network to fetch this from.
  useModelStore.subscribe(({ model }, before) => {
    if (model.status !== "ready" || before.model.status === "ready") return;
    for (const fetched of [import("./recovery"), import("./turn")]) fetched.catch(() => undefined);
  });
}

function recoverFrom(problem: Problem & { readonly name: "DeviceLostError" | "WorkerDiedError" }): void {
  import("./recovery").then(
    ({ recover }) => recover(problem),
    () => failModel(currentModelId(useModelStore.getState().model), problem),
  );
}
