// One model for all tabs: the tab that leads loads it, the others show what that one has and ask it for changes.
import type { EngineEvent } from "../../workers/inference/api";
import { findLeader, onEngineEvent, tellEvent } from "../inference";
import { failModel, type ModelState, useModelStore } from "./model-store";
import { problemOf } from "./problems";
import { useSettingsStore } from "./settings-store";

type Command = "use" | "loadAgain" | "loadBundled" | "remove";

interface Wish {
  readonly command: Command;
  readonly modelId: string | null;
  readonly settings: ReturnType<typeof loadSettings>; // of the tab that wishes
}

const loadSettings = () => {
  const { contextLength, isPrecise, preferredModelId } = useSettingsStore.getState().settings;
  return { contextLength, isPrecise, preferredModelId };
};

/** In a tab that follows. */
export async function followModel(): Promise<void> {
  const leader = await findLeader();
  if (!leader) return useModelStore.getState().start();
  const show = (model: ModelState): void => useModelStore.setState({ model });
  leader.call("model", "watch", [show, tellEvent]).catch((error) => {
    const problem = problemOf(error); // EngineMovedError: the leader is gone, and stores/losses.ts hears of it
    if (problem.name === "OtherVersionError") failModel(null, problem);
  });
}

/** In a tab that follows: resolves when the leader has done it. */
export async function askLeader(command: Command, modelId: string | null = null): Promise<void> {
  const leader = await findLeader();
  const wish: Wish = { command, modelId, settings: loadSettings() };
  await (leader ? leader.call("model", "fulfil", [wish]) : fulfil(wish));
}

/** In the tab that leads, for another one. */
export async function serveModel(method: string, args: readonly unknown[]): Promise<void> {
  if (method === "fulfil") return fulfil(args[0] as Wish);
  const [show, tell] = args as [(model: ModelState) => void, (event: EngineEvent) => void];
  show(useModelStore.getState().model);
  useModelStore.subscribe(({ model }, before) => {
    if (model !== before.model) show(model);
  });
  onEngineEvent(tell);
  await new Promise<never>(() => undefined);
}

async function fulfil({ command, modelId, settings }: Wish): Promise<void> {
  useSettingsStore.getState().change(settings);
  const { use, remove, loadAgain, loadBundled } = useModelStore.getState();
  switch (command) {
    case "use":
      return modelId === null ? undefined : use(modelId);
    case "remove":
      return modelId === null ? undefined : remove(modelId);
    case "loadAgain":
      return loadAgain();
    case "loadBundled":
      return loadBundled();
    default:
      return command satisfies never;
  }
}
