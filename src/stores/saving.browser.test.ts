// What becomes of a chat when the browser refuses to store it: it stays on screen, the page says so, and nothing is lost.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type AssistantMessage,
  deleteConversations,
  findConversation,
  listConversationIds,
  loadMessages,
  type MessageRecord,
  type UserMessage,
} from "../storage/conversations";
import { quotaExceeded, withFailingWrites, withLostConnections } from "../storage/failing-writes";
import { startConversation, useChatStore } from "./chat-store";
import { deleteMessage } from "./message-actions";
import { save, saveAgain, useSavingStore, writesEnded } from "./saving";

const problem = () => useSavingStore.getState().problem?.name ?? null;
const put = (message: MessageRecord) => useChatStore.getState().put(message);
const byId = (records: readonly MessageRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
/** Whether the browser would ask before it closes the page. */
const wouldAsk = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

beforeEach(() => useChatStore.setState({ conversations: [], current: null, messages: [] }));
afterEach(async () => {
  await saveAgain();
  await deleteConversations(await listConversationIds());
});

/** A question, and its answer as it streams: every write that the page makes of them. */
async function converse(): Promise<string> {
  const conversation = startConversation("Where is the key?");
  const base = { conversationId: conversation.id, createdAt: 1 };
  const question: UserMessage = {
    ...base,
    id: "1",
    parentId: null,
    role: "user",
    text: "Where is the key?",
    documents: [],
  };
  const answer: AssistantMessage = {
    ...base,
    id: "2",
    parentId: "1",
    role: "assistant",
    text: "",
    modelName: "Jamba",
    startsInThought: false,
    status: "streaming",
    stats: null,
    problem: null,
  };
  await put(question);
  await useChatStore.getState().putConversation({ ...conversation, leafId: "2" });
  for (const text of ["", "Under", "Under the mat."]) await put({ ...answer, text });
  await put({ ...answer, text: "Under the mat.", status: "end-of-turn" });
  return conversation.id;
}

async function expectStored(id: string): Promise<void> {
  const { current, messages } = useChatStore.getState();
  expect(messages.map(({ text }) => text)).toEqual(["Where is the key?", "Under the mat."]);
  expect(await findConversation(id)).toEqual(current);
  expect(byId(await loadMessages(id))).toEqual(byId(messages));
}

describe("a browser that refuses to store", () => {
  it("one write of a chat, whichever, loses nothing: it is written again [F19]", async () => {
    const writes = await withFailingWrites(Infinity, 0, quotaExceeded(), converse);
    expect(writes).toBe(6);
    for (let failing = 0; failing < writes; failing++) {
      useChatStore.setState({ conversations: [], current: null, messages: [] });
      let id = "";
      await withFailingWrites(failing, 1, quotaExceeded(), async () => {
        id = await converse();
      });
      await saveAgain();
      await expectStored(id);
      expect(problem()).toBeNull();
      expect(wouldAsk()).toBe(false);
    }
  });

  it("anything says so until everything is stored, though a later write went well [F19]", async () => {
    let id = "";
    await withFailingWrites(0, 2, quotaExceeded(), async () => {
      id = await converse(); // the question and the chat's own record are refused, the answer is not
    });
    expect(useChatStore.getState().messages).toHaveLength(2); // on screen all the same
    expect(problem()).toBe("PageStorageError");
    expect(wouldAsk()).toBe(true);
    await withFailingWrites(0, Infinity, quotaExceeded(), saveAgain);
    expect(problem()).toBe("PageStorageError");
    await saveAgain();
    expect(problem()).toBeNull();
    await expectStored(id);
  });

  it("tries again by itself [F19]", async () => {
    let id = "";
    await withFailingWrites(0, Infinity, quotaExceeded(), async () => {
      id = await converse();
    });
    expect(problem()).toBe("PageStorageError");
    await expect.poll(problem, { timeout: 20_000 }).toBeNull();
    await expectStored(id);
  });

  it("does not bring back what was deleted meanwhile [F19]", async () => {
    let id = "";
    await withFailingWrites(0, Infinity, quotaExceeded(), async () => {
      id = await converse();
      await deleteMessage("2");
    });
    await saveAgain();
    expect((await loadMessages(id)).map((message) => message.id)).toEqual(["1"]);
    expect((await findConversation(id))?.leafId).toBe("1");
  });

  it("drops its connection twice says so, and stores everything when asked again [F21]", async () => {
    let id = "";
    const lost = new DOMException("Connection to Indexed Database server lost", "UnknownError");
    await withLostConnections(Infinity, lost, async () => {
      id = await converse();
    });
    expect(problem()).toBe("PageStorageError");
    await saveAgain();
    await expectStored(id);
    expect(problem()).toBeNull();
  });
});

describe("the end of all writes", () => {
  const ask = (): UserMessage => {
    const { id } = startConversation("Where?");
    const base = { createdAt: 1, role: "user", text: "Where?", documents: [] } as const;
    return { ...base, id: "1", parentId: null, conversationId: id };
  };

  it("comes when what nobody waited for is stored", async () => {
    const slow = Promise.withResolvers<void>();
    void save(["slow"], () => slow.promise);
    let hasEnded = false;
    void writesEnded().then(() => {
      hasEnded = true;
    });
    await put(ask()); // one that is stored meanwhile is not the end
    expect(hasEnded).toBe(false);
    slow.resolve();
    await expect.poll(() => hasEnded).toBe(true);
    await writesEnded(); // and at once when there is none
  });

  it("comes though the browser refuses, and the page then asks before it closes", async () => {
    const question = ask();
    await withFailingWrites(0, Infinity, quotaExceeded(), async () => {
      void put(question);
      await writesEnded();
    });
    expect(wouldAsk()).toBe(true);
  });
});
