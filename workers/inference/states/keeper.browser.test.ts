// Saved states with a real GPU and a real IndexedDB: exact after a reload and on a new device; refused when they are damaged,
// foreign or outdated; never a reason for an answer to fail.
import { createStore, entries, set } from "idb-keyval";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EngineEvent, SavedState } from "../api";
import type { Model } from "../forward/model";
import { openToyModel } from "../forward/test-model";
import { openGpu } from "../gpu/device";
import { deleteStates, deleteStatesOfModel, listSavedStates } from "../store/state-store";
import { type KeeperOptions, StateKeeper } from "./keeper";
import type { SaveOwner } from "./save";
import { type MarkKind, Timeline } from "./timeline";
import { countBlockTokens } from "./transfer";

const MODEL_KEY = "0123abcd";
const OWNER: SaveOwner = {
  conversationId: "c1",
  title: "Who?",
  documents: [{ tokens: 60, name: "memo.txt", id: null }],
};
const never = new AbortController().signal;
const ids = Array.from({ length: 100 }, (_, at) => 10 + ((at * 7) % 90));
const records = createStore("jamba-states", "records");
const blocks = createStore("jamba-state-blocks", "blocks");

interface Opened {
  readonly model: Model;
  readonly timeline: Timeline;
  readonly keeper: StateKeeper;
  readonly events: EngineEvent[];
}

const made: { dispose(): void }[] = [];

async function open(
  options: Partial<KeeperOptions> = {},
  blockTokens?: number,
  gpu?: Opened["model"]["gpu"],
) {
  const model = await openToyModel({}, gpu);
  const timeline = new Timeline(model);
  const events: EngineEvent[] = [];
  const keeper = new StateKeeper(model, timeline, blockTokens ?? countBlockTokens(model.state), {
    modelKey: MODEL_KEY,
    report: (event) => events.push(event),
    listAnswers: () => [],
    minTokens: 16,
    ...options,
  });
  made.push(timeline, model);
  return { model, timeline, keeper, events };
}

async function read({ model, timeline }: Opened, tokens: readonly number[], kind?: MarkKind) {
  const logits = await model.read(tokens);
  timeline.advance(tokens, true);
  if (kind) await timeline.mark(kind);
  return logits;
}

/** Waits for the events that tell of so many saved states. */
async function saved({ events }: Opened, count: number): Promise<readonly SavedState[]> {
  const changes = () => events.filter(({ type }) => type === "states-changed").length;
  await expect.poll(changes, { timeout: 20_000 }).toBe(count);
  return listSavedStates();
}

beforeEach(() => deleteStatesOfModel(""));

afterEach(() => {
  vi.restoreAllMocks();
  for (const thing of made.splice(0)) thing.dispose();
});

/** A document of 60 tokens and a conversation of 90 about it. */
async function saveBoth(): Promise<Opened> {
  const opened = await open();
  await read(opened, ids.slice(0, 60), "document");
  await read(opened, ids.slice(60, 90), "answer");
  opened.keeper.saveSoon(OWNER);
  await saved(opened, 2);
  return opened;
}

describe("a saved state", () => {
  it("goes on bit by bit as if nothing had been between, after a reload and on a new device", async () => {
    const first = await saveBoth();
    const expected = await read(first, ids.slice(90, 98));
    const device = await openGpu(navigator.gpu);
    made.push(device);
    for (const gpu of [undefined, device]) {
      const later = await open({}, undefined, gpu);
      expect(await later.keeper.restore(ids, 0, never)).toBe(true);
      expect(later.timeline.ids).toEqual(ids.slice(0, 90));
      expect(await read(later, ids.slice(90, 98))).toEqual(expected);
    }
  });

  it("goes on bit by bit on the device that takes the place of one that is lost while it reads [F35]", async () => {
    const undisturbed = await open();
    await read(undisturbed, ids.slice(0, 90));
    const expected = await read(undisturbed, ids.slice(90, 98));

    const lost = await openGpu(navigator.gpu);
    made.push(lost);
    const first = await open({}, undefined, lost);
    await read(first, ids.slice(0, 60), "document");
    await read(first, ids.slice(60, 90), "answer");
    first.keeper.saveSoon(OWNER);
    await saved(first, 2);
    const reading = read(first, ids.slice(90, 98));
    lost.device.destroy();
    await expect(reading).rejects.toThrow();

    const rebuilt = await openGpu(navigator.gpu);
    made.push(rebuilt);
    const restored = await open({}, undefined, rebuilt);
    expect(await restored.keeper.restore(ids, 0, never)).toBe(true);
    expect(await read(restored, ids.slice(90, 98))).toEqual(expected);
    const anew = await open({}, undefined, rebuilt); // where nothing was saved, all is read again
    await read(anew, ids.slice(0, 90));
    expect(await read(anew, ids.slice(90, 98))).toEqual(expected);
  });

  it("is the longest that a prompt begins with, if the GPU has none as long", async () => {
    await saveBoth();
    const later = await open();
    const forked = [...ids.slice(0, 70), 5, 6, 7];
    expect(await later.keeper.restore(forked, 50, never)).toBe(false);
    expect(await later.keeper.restore(forked, 0, never)).toBe(true);
    expect(later.timeline.ids).toHaveLength(60);
    expect(await later.keeper.restore([1, ...ids], 0, never)).toBe(false);
    expect(await later.keeper.restore(ids.slice(0, 90), 0, never)).toBe(true);
    expect(later.timeline.findStart(ids.slice(0, 90))).toBe(90); // with logits: nothing to read
  });

  it("is listed with its owners and goes with its conversation", async () => {
    await saveBoth();
    const states = await listSavedStates();
    expect(states.map(({ kind, label, tokenCount }) => [kind, label, tokenCount])).toEqual([
      ["conversation", "Who?", 90],
      ["document", "memo.txt", 60],
    ]);
    expect(states[0]?.byteLength).toBeGreaterThan(0);
    await deleteStates({ conversationId: "other" });
    expect(await listSavedStates()).toHaveLength(2);
    await deleteStates({ conversationId: "c1" });
    expect(await listSavedStates()).toEqual([]);
    expect(await entries(blocks)).toEqual([]);
  });

  it("takes the place of the conversation's earlier one", async () => {
    const opened = await saveBoth();
    await read(opened, ids.slice(90, 96), "answer");
    opened.keeper.saveSoon(OWNER);
    const states = await saved(opened, 3);
    expect(states.map(({ tokenCount }) => tokenCount).sort()).toEqual([60, 96]);
  });

  it("shares the blocks of the text that it has in common with others", async () => {
    const opened = await open({}, 32);
    await read(opened, ids.slice(0, 60), "document");
    await read(opened, ids.slice(60, 90), "answer");
    opened.keeper.saveSoon(OWNER);
    const states = await saved(opened, 2);
    const common = 32 * opened.model.state.bytesPerToken;
    expect(states.map(({ sharedBytes }) => sharedBytes)).toEqual([common, common]);
    const expected = await read(opened, ids.slice(90));
    const later = await open({}, 32);
    expect(await later.keeper.restore(ids, 0, never)).toBe(true);
    expect(await read(later, ids.slice(90))).toEqual(expected);
    await later.timeline.mark("answer");
    later.keeper.saveSoon(OWNER);
    const [longer] = await saved(later, 1);
    expect(longer).toMatchObject({ tokenCount: 100, sharedBytes: common });
  });
});

describe("a state that is of no use", () => {
  const refusals = ({ events }: Opened) => events.filter(({ type }) => type === "state-refused");

  it("is refused when a bit of it has changed, and the next best is taken", async () => {
    await saveBoth();
    const [newest] = (await entries<string, { tokenCount: number; cache: { hash: string }[] }>(records))
      .map(([, record]) => record)
      .filter(({ tokenCount }) => tokenCount === 90);
    const hash = newest?.cache[0]?.hash as string;
    const [, kept] = (await entries<string, Blob>(blocks)).find(([key]) => key === hash) as [string, Blob];
    const bytes = new Uint8Array(await kept.arrayBuffer());
    bytes[100] = (bytes[100] as number) ^ 1;
    await set(hash, new Blob([bytes]), blocks);

    const later = await open();
    expect(await later.keeper.restore(ids, 0, never)).toBe(true);
    expect(later.timeline.ids).toHaveLength(60);
    expect(refusals(later)).toEqual([{ type: "state-refused", label: "Who?" }]);
    expect((await listSavedStates()).map(({ tokenCount }) => tokenCount)).toEqual([60]);
  });

  it("is refused when another version wrote it, or another model", async () => {
    await saveBoth();
    const other = await open({ modelKey: "another" });
    expect(await other.keeper.restore(ids, 0, never)).toBe(false);
    expect(refusals(other)).toEqual([]); // it may be loaded again
    for (const [key, record] of await entries<string, object>(records))
      await set(key, { ...record, numericFormat: 0 }, records);
    const later = await open();
    expect(await later.keeper.restore(ids, 0, never)).toBe(false);
    expect(refusals(later)).toHaveLength(1);
    expect(await entries(records)).toEqual([]);
  });

  it("is refused when it is not of the model's shape", async () => {
    await saveBoth();
    for (const [key, record] of await entries<string, { checkpoint: object[] }>(records))
      await set(key, { ...record, checkpoint: record.checkpoint.slice(1) }, records);
    const later = await open();
    expect(await later.keeper.restore(ids, 0, never)).toBe(false);
    expect(refusals(later)).toHaveLength(2);
    expect(later.timeline.ids).toEqual([]);
  });
});

describe("saving", () => {
  it("makes room by giving up what was used longest ago", async () => {
    const first = await saveBoth();
    const own = (await listSavedStates()).reduce((sum, { byteLength }) => sum + byteLength, 0);
    first.timeline.clear();
    const budgeted = await open({ budgetBytes: own * 1.2 });
    const other = ids.map((id) => id + 1);
    await read(budgeted, other, "answer");
    budgeted.keeper.saveSoon({ ...OWNER, conversationId: "c2", title: "Other" });
    const states = await saved(budgeted, 1);
    expect(states.map(({ label }) => label)).toContain("Other");
    expect(states.length).toBeLessThan(3);
  });

  it("ends without a word when the model is needed, and leaves nothing half done", async () => {
    const opened = await open();
    await read(opened, ids.slice(0, 90), "answer");
    opened.keeper.saveSoon(OWNER);
    opened.keeper.stop();
    opened.timeline.clear();
    await read(opened, ids.slice(5, 95), "answer");
    opened.keeper.saveSoon(OWNER);
    const states = await saved(opened, 1);
    expect(states).toHaveLength(1);
    const later = await open();
    expect(await later.keeper.restore(ids, 0, never)).toBe(false);
    expect(await later.keeper.restore(ids.slice(5), 0, never)).toBe(true);
  });

  it("says once that the browser has no room, and answers go on", async () => {
    const opened = await open();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("", "QuotaExceededError");
    });
    for (let turn = 0; turn < 2; turn++) {
      await read(opened, ids.slice(turn * 30, turn * 30 + 30), "answer");
      opened.keeper.saveSoon(OWNER);
      await expect.poll(() => opened.events).toEqual([{ type: "states-full" }]);
    }
    expect(put).toHaveBeenCalledTimes(1);
  });

  it("from two tabs at once loses nothing", async () => {
    const tabs = [await open(), await open()];
    for (const [index, tab] of tabs.entries()) {
      await read(
        tab,
        ids.map((id) => id + index),
        "answer",
      );
      tab.keeper.saveSoon({ ...OWNER, conversationId: `tab ${index}` });
    }
    for (const tab of tabs) await saved(tab, 1);
    expect(await listSavedStates()).toHaveLength(2);
    for (const index of [0, 1]) {
      const later = await open();
      expect(await later.keeper.restore([...ids.map((id) => id + index), 1], 0, never)).toBe(true);
    }
  });
});
