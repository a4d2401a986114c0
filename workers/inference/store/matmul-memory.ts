// Which kernel won a race on an adapter, so that later loads need not race again. One entry an adapter.
import { del, get } from "idb-keyval";
import { openStore, put } from "./database";

const choices = openStore("jamba-kernel-choices", "choices", "relaxed");

export const matmulMemory = {
  find(adapter: string): Promise<unknown> {
    return get(adapter, choices);
  },
  keep(adapter: string, choice: unknown): Promise<void> {
    return put(choices, adapter, choice);
  },
  forget(adapter: string): Promise<void> {
    return del(adapter, choices);
  },
};
