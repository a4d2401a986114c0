// What is stored on this device: list it, measure it, delete it.
import type { StorageReport, StoredModel } from "../api";
import { deleteChunks, listChunkOwners } from "./chunk-store";
import { withModelLock } from "./model-lock";
import { findRecord, listRecords, toStoredModel } from "./model-record";
import { dropModel } from "./model-writer";
import { deleteStatesOfModel, listSavedStates } from "./state-store";

/** Stored models, the one changed last first. */
export async function listModels(): Promise<readonly StoredModel[]> {
  const records = await listRecords();
  return records.map(toStoredModel).sort((a, b) => b.updatedAt - a.updatedAt);
}

/** With what was saved of reading with it. */
export async function deleteModel(id: string): Promise<void> {
  const record = await findRecord(id);
  await withModelLock(id, () => dropModel(id));
  if (record?.sha256) await deleteStatesOfModel(record.sha256);
}

/** Deletes chunks that no record names: those of a deletion that a crash cut short. */
export async function sweepOrphans(): Promise<void> {
  for (const id of await listChunkOwners()) {
    if (await findRecord(id)) continue;
    const sweep = async () => {
      if (!(await findRecord(id))) await deleteChunks(id); // it may have come back before the lock was ours
    };
    await navigator.locks.request(`model:${id}`, { ifAvailable: true }, (lock) =>
      lock ? sweep() : undefined,
    );
  }
}

export async function reportStorage(): Promise<StorageReport> {
  await sweepOrphans();
  const { usage, quota } = (await navigator.storage?.estimate()) ?? {};
  const [models, states] = await Promise.all([listModels(), listSavedStates()]);
  return { usedBytes: usage ?? null, quotaBytes: quota ?? null, models, states };
}
