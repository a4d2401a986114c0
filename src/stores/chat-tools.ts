// The tools that a chat gives its model: what the model is told of them, and whether its answer must begin with one.
import type { FormattedRequest, ToolDefinition } from "../../workers/inference/api";
import type { ChatTools } from "../storage/calls";
import type { MessageRecord } from "../storage/conversations";
import { findOptions } from "./chat-options";
import { useModelStore } from "./model-store";

/** Null where there are none: nothing chosen, a model that cannot call, or answers in JSON, which no call is. */
function findTools(conversationId: string | undefined): ChatTools | null {
  const { tools, schema } = findOptions(conversationId);
  const { model } = useModelStore.getState();
  const canCall = model.status === "ready" && model.info.callsTools;
  return canCall && schema === null && tools && tools.given.length > 0 ? tools : null;
}

export async function toolsFor(conversationId: string | undefined): Promise<readonly ToolDefinition[]> {
  const tools = findTools(conversationId);
  return tools ? (await import("../tools/definitions")).describeTools(tools.given) : [];
}

/** What an answer to this path is asked for with, beside its messages. */
export async function toolRequest(
  conversationId: string,
  path: readonly MessageRecord[],
  isBegun: boolean,
): Promise<Pick<FormattedRequest, "tools" | "format">> {
  const tools = await toolsFor(conversationId);
  const first = findTools(conversationId)?.first;
  const tool = tools.find(({ name }) => name === first);
  const isFirst = path.at(-1)?.role === "user" && !isBegun;
  return { tools, ...(tool && isFirst ? { format: { kind: "call", tool } } : {}) };
}
