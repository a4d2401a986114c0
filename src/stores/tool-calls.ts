// What becomes of a call: it waits for the user's click, unless the chat lets its tool run freely; then the model goes on with what
// came of it. Fetched with the first call.
import { currentToolTexts } from "../i18n/tool-texts";
import { type CallRecord, type FreeTool, noTools, type ToolName, type WantedCall } from "../storage/calls";
import type { AssistantMessage } from "../storage/conversations";
import { DECLINED } from "../tools/sentences";
import { announce } from "./announcement-store";
import { answerCall } from "./answer";
import { selectBranch } from "./branches";
import { changeOptions, findOptions } from "./chat-options";
import { useChatStore } from "./chat-store";
import { loadPages } from "./library-store";
import { holdQueue } from "./queue-store";

export const isFree = (name: ToolName): name is FreeTool => name !== "search_documents";

/** After the answer that ended with a call. */
export async function settleCall(message: AssistantMessage): Promise<void> {
  const { call, conversationId } = message;
  if (call?.status === "faulty") {
    if (call.fault.kind === "too-many") holdQueue(conversationId, "stopped");
    else await answerCall(message);
    return;
  }
  if (call?.status !== "waiting") return;
  const { free } = findOptions(conversationId).tools ?? noTools;
  if (isFree(call.name) && free.includes(call.name)) return runCall(message);
  const texts = await currentToolTexts();
  announce(texts.asks(texts.names[call.name]));
}

/** Runs what a call asks for. What a search has found is shown before it is sent on. */
export async function runCall(message: AssistantMessage): Promise<void> {
  const { call } = message;
  if (call?.status !== "waiting") return;
  const result = await run(call, message);
  if (isFree(call.name)) return goOn(message, { ...call, status: "done", result });
  await put(message, { ...call, status: "found", found: result });
}

export async function declineCall(message: AssistantMessage): Promise<void> {
  const { call } = message;
  if (call?.status === "waiting") await goOn(message, { ...call, status: "declined", result: DECLINED });
  if (call?.status !== "found") return;
  const { found: _, ...wanted } = call;
  await goOn(message, { ...wanted, status: "declined", result: DECLINED });
}

export async function sendFound(message: AssistantMessage): Promise<void> {
  const { call } = message;
  if (call?.status !== "found") return;
  const { found: result, ...wanted } = call;
  await goOn(message, { ...wanted, status: "done", result });
}

/** Runs it, and from now on without being asked in this chat. */
export async function allowCall(message: AssistantMessage): Promise<void> {
  const { call, conversationId } = message;
  if (call?.status !== "waiting" || !isFree(call.name)) return;
  const tools = findOptions(conversationId).tools ?? noTools;
  await changeOptions({ tools: { ...tools, free: [...new Set([...tools.free, call.name])] } });
  await runCall(message);
}

async function goOn(message: AssistantMessage, call: CallRecord): Promise<void> {
  await answerCall(await put(message, call));
}

async function put(message: AssistantMessage, call: CallRecord): Promise<AssistantMessage> {
  const changed = { ...message, call };
  await useChatStore.getState().put(changed);
  return changed;
}

async function run({ name, arguments: given }: WantedCall, message: AssistantMessage): Promise<string> {
  switch (name) {
    case "calculator": {
      const { calculate, CalculatorError } = await import("../tools/calculator");
      try {
        return calculate(given.expression ?? "");
      } catch (error) {
        if (error instanceof CalculatorError) return `Error: ${error.message}`;
        throw error;
      }
    }
    case "current_date":
      return (await import("../tools/date")).describeDate(new Date());
    case "search_documents": {
      const { searchDocuments } = await import("../tools/search");
      const documents = await documentsBefore(message);
      return searchDocuments(documents, given.query ?? "", new AbortController().signal);
    }
    default:
      return name satisfies never;
  }
}

/** Those of the chat, whole, even where the model was given a part of one. */
async function documentsBefore({ id }: AssistantMessage) {
  const branch = selectBranch(useChatStore.getState().messages, id);
  const sent = branch.flatMap((message) => (message.role === "user" ? message.documents : []));
  const names = new Map(sent.map((document) => [document.id, document.name]));
  return Promise.all([...names].map(async ([id, name]) => ({ name, pages: await loadPages(id) })));
}
