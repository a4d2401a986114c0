// Two tabs write into one conversation at the same time: nothing of either is lost.
import { expect, it } from "vitest";
import { findConversation, loadMessages } from "../src/storage/conversations";
import { CONVERSATION_ID, writeMessages } from "./write-messages";
import writerUrl from "./write-messages.ts?url";

const WRITES = 1000; // of each

type Tab = Window & { readonly writeMessages?: typeof writeMessages };

/** A second tab with modules, connections and a realm of its own. */
async function openTab(): Promise<Required<Pick<Tab, "writeMessages" | "close">>> {
  const tab = window.open("about:blank") as Tab | null;
  if (!tab) throw new Error("The browser opened no second tab");
  const script = tab.document.createElement("script");
  script.type = "module";
  script.src = new URL(writerUrl, location.href).href;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  tab.document.head.append(script);
  await loaded;
  if (!tab.writeMessages) throw new Error("The second tab did not start");
  return { writeMessages: tab.writeMessages, close: () => tab.close() };
}

it(`keeps ${WRITES} messages of each of two tabs`, async () => {
  const tab = await openTab();
  await Promise.all([writeMessages("one", WRITES), tab.writeMessages("two", WRITES)]);
  tab.close();
  const messages = await loadMessages(CONVERSATION_ID);
  expect(messages.length).toBe(2 * WRITES);
  expect(messages.filter(({ id, text }) => text !== `text of ${id}`)).toEqual([]);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(2 * WRITES);
  expect((await findConversation(CONVERSATION_ID))?.title).toMatch(/^of (?:one|two)$/);
});
