// Going back to checkpoints: exact, as far as possible, and never to what has been written over.
import { afterEach, describe, expect, it } from "vitest";
import type { Model } from "../forward/model";
import { openToyModel } from "../forward/test-model";
import { countCommon, Timeline } from "./timeline";

const made: { dispose(): void }[] = [];

async function open(maxMarks = 8): Promise<{ model: Model; timeline: Timeline }> {
  const model = await openToyModel();
  const timeline = new Timeline(model, { maxMarks });
  made.push(timeline, model);
  return { model, timeline };
}

afterEach(() => {
  for (const thing of made.splice(0)) thing.dispose();
});

const ids = (count: number, step: number) =>
  Array.from({ length: count }, (_, at) => 10 + ((at * step) % 90));

/** Reads on, as a prompt is read. */
async function read({ model, timeline }: Awaited<ReturnType<typeof open>>, tokens: readonly number[]) {
  const logits = await model.read(tokens);
  timeline.advance(tokens, true);
  return logits;
}

describe("a timeline", () => {
  it("goes back to a checkpoint and on from it bit by bit as without the detour", async () => {
    const straight = await open();
    const [first, answer, other] = [ids(20, 7), ids(9, 3), ids(12, 11)];
    await read(straight, first);
    const expected = await read(straight, other);

    const forked = await open();
    const { timeline, model } = forked;
    await read(forked, first);
    await timeline.mark("prompt");
    const before = await model.readLogits();
    await read(forked, answer);
    await timeline.mark("answer");
    expect(timeline.findStart([...first, ...answer, 5])).toBe(29);
    expect(timeline.findStart([...first, ...other])).toBe(20);
    expect(timeline.findStart(first)).toBe(20); // regenerating reads nothing
    timeline.goBack(20);
    expect(await model.readLogits()).toEqual(before);
    expect(await read(forked, other)).toEqual(expected);
    expect(timeline.ids).toEqual([...first, ...other]);
    expect(timeline.findStart([...first, ...answer, 5])).toBe(20); // the answer has been written over
  });

  it("goes on after a stop, but offers no logits there", async () => {
    const { model, timeline } = await open();
    const tokens = ids(24, 7);
    const controller = new AbortController();
    await model.prefill(tokens, {
      signal: controller.signal,
      onRead: (count) => {
        timeline.advance(tokens.slice(timeline.ids.length, count), count === tokens.length);
        controller.abort();
      },
    });
    const { length } = timeline.ids;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(24);
    expect(timeline.findStart(tokens)).toBe(length);
    await timeline.mark("interval");
    expect(timeline.marks).toEqual([]);
    expect(timeline.findStart(tokens.slice(0, length))).toBe(0);
  });

  it("gives up places within a text before all else, and keeps system prompt and last question", async () => {
    const opened = await open(4);
    const { timeline } = opened;
    for (const kind of [
      "system",
      "interval",
      "document",
      "interval",
      "prompt",
      "answer",
      "prompt",
    ] as const) {
      await read(opened, ids(8, 7));
      await timeline.mark(kind);
    }
    const places = () => timeline.marks.map(({ kind, checkpoint }) => `${kind} ${checkpoint.position}`);
    expect(places()).toEqual(["system 8", "document 24", "prompt 40", "prompt 56"]);
    timeline.goBack(24);
    expect(places()).toEqual(["system 8", "document 24"]);
    timeline.clear();
    expect(places()).toEqual([]);
  });

  it("remembers a place once, as the more that it is", async () => {
    const opened = await open();
    await read(opened, ids(8, 7));
    for (const kind of ["interval", "document", "answer"] as const) await opened.timeline.mark(kind);
    expect(opened.timeline.marks.map(({ kind }) => kind)).toEqual(["document"]);
  });
});

it("counts what two lists begin with", () => {
  expect([countCommon([1, 2, 3], [1, 2, 4]), countCommon([1], [1, 2]), countCommon([], [1])]).toEqual([
    2, 1, 0,
  ]);
});
