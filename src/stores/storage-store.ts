// What takes room in the browser beside models and their states, which the model store lists: chats; and the browser's promise
// to keep it all.
import { create } from "zustand";
import { engine } from "../inference";
import { measureConversations } from "../storage/conversations";
import { useModelStore } from "./model-store";
import { explainProblem, problemOf } from "./problems";
import { showToast } from "./toast-store";

interface StorageStore {
  readonly chatBytes: ReadonlyMap<string, number>; // by conversation
  readonly wasRefused: boolean; // the browser was asked for its promise
  refresh(): Promise<void>;
  askToKeep(): Promise<void>;
  forgetAll(): Promise<void>;
}

export const useStorageStore = create<StorageStore>((set, get) => ({
  chatBytes: new Map(),
  wasRefused: false,

  refresh: async () => {
    const [chatBytes] = await Promise.all([measureConversations(), useModelStore.getState().refresh()]);
    set({ chatBytes });
  },

  askToKeep: async () => {
    const isKept = (await navigator.storage?.persist?.()) ?? false;
    set({ wasRefused: !isKept });
    await get().refresh();
  },

  forgetAll: async () => {
    try {
      for (const { id } of useModelStore.getState().states) await engine.deleteStates({ stateId: id });
      await get().refresh();
    } catch (error) {
      showToast(explainProblem(problemOf(error)).sentence);
    }
  },
}));
