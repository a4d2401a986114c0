// What a second tab runs: writes messages of its own into one conversation, one after another.
import { saveConversation, saveMessage } from "../src/storage/conversations";

export const CONVERSATION_ID = "soak";

export async function writeMessages(tab: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const id = `${tab}-${index}`;
    await saveMessage({
      ...{ id, conversationId: CONVERSATION_ID, parentId: null, createdAt: index, text: `text of ${id}` },
      ...{ role: "user", documents: [] },
    });
    if (index % 10 !== 0) continue;
    const title = `of ${tab}`;
    await saveConversation({ id: CONVERSATION_ID, title, createdAt: 0, updatedAt: index, leafId: id });
  }
}

Object.assign(globalThis, { writeMessages });
