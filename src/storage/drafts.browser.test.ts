import { describe, expect, it } from "vitest";
import { type DraftChanges, type DraftRecord, loadDrafts, noteDrafts, saveDrafts } from "./drafts";

const part = { kind: "pages" as const, from: 2, to: 3 };
const record: DraftRecord = {
  text: "Half a question",
  documents: [{ id: "abc", name: "report.pdf", part, tokenCount: 12 }],
  queued: [{ id: "1", text: "The next one", documents: [] }],
  savedAt: Date.now(),
};

const changes = (...entries: [string, DraftRecord | null][]): DraftChanges => new Map(entries);

describe("stored drafts", () => {
  it("come back as they were written, and go when they are empty", async () => {
    await saveDrafts(changes(["new", record]));
    await saveDrafts(changes(["chat", { ...record, text: "Another" }]));
    const kept = await loadDrafts();
    expect(kept.get("new")).toEqual(record);
    expect(kept.get("chat")?.text).toBe("Another");
    await saveDrafts(changes(["new", null], ["chat", { ...record, text: "" }]));
    const left = await loadDrafts();
    expect([...left.keys()]).toEqual(["chat"]);
    expect(left.get("chat")?.text).toBe("");
  });

  it("come back from the note of a page that went away before they were stored [F14]", async () => {
    await saveDrafts(changes(["chat", record], ["sent", record]));
    noteDrafts(changes(["chat", { ...record, text: "Half a question, and more" }]));
    noteDrafts(changes(["sent", null]));
    expect((await loadDrafts()).get("chat")?.text).toBe("Half a question, and more");
    expect(localStorage.getItem("jamba-unsaved-drafts")).toBeNull(); // stored now
    expect((await loadDrafts()).has("sent")).toBe(false);
    expect((await loadDrafts()).get("chat")?.text).toBe("Half a question, and more");
  });

  it("are not undone by a note that is older, nor by one that makes no sense", async () => {
    noteDrafts(changes(["chat", { ...record, text: "older" }]));
    const note = localStorage.getItem("jamba-unsaved-drafts") ?? "";
    await saveDrafts(changes(["chat", { ...record, text: "newer", savedAt: Date.now() + 1_000 }]));
    for (const left of [note, "{"]) {
      localStorage.setItem("jamba-unsaved-drafts", left);
      expect((await loadDrafts()).get("chat")?.text).toBe("newer");
    }
  });
});
