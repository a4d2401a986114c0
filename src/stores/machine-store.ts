// What this machine was measured to give, once a visit: before a model is chosen, and never beside an answer or a load.
import { create } from "zustand";
import type { MachineCheck } from "../../workers/inference/api";
import { engine } from "../inference";
import { isComing, useModelStore } from "./model-store";
import { useReplyStore } from "./reply-store";

export type Machine =
  | { readonly status: "unmeasured" }
  | { readonly status: "measuring" }
  | { readonly status: "measured"; readonly check: MachineCheck }
  | { readonly status: "failed" };

interface MachineStore {
  readonly machine: Machine;
  /** Where nothing else wants the GPU. */
  measure(): Promise<void>;
}

export const useMachineStore = create<MachineStore>((set, get) => ({
  machine: { status: "unmeasured" },

  measure: async () => {
    if (get().machine.status === "measuring" || isGpuWanted()) return;
    set({ machine: { status: "measuring" } });
    try {
      const check = await engine.checkMachine();
      set({ machine: check ? { status: "measured", check } : { status: "unmeasured" } });
    } catch {
      set({ machine: { status: "failed" } }); // the model's own notice says what is wrong with the GPU
    }
  },
}));

function isGpuWanted(): boolean {
  const { model, gpu } = useModelStore.getState();
  return gpu?.status !== "ready" || isComing(model) || useReplyStore.getState().reply !== null;
}
