// A call as the worker reports it → as it is stored with the answer that ended with it.
import type { ToolCall } from "../../workers/inference/api";
import { type CallRecord, toolNames } from "../storage/calls";
import type { MessageRecord } from "../storage/conversations";
import { describeFault } from "./sentences";

/** Without a word of the user's in between. A model that asks for more goes round in circles. */
export const MAX_CALLS_IN_A_ROW = 5;

/** As it is stored with the answer that ended with it. `path` leads to that answer. */
export function recordCall(call: ToolCall, path: readonly MessageRecord[]): CallRecord {
  const { body } = call;
  const sinceQuestion = path.length - 1 - path.findLastIndex(({ role }) => role === "user");
  const name = call.status === "valid" ? toolNames.find((known) => known === call.name) : undefined;
  if (call.status === "valid" && name && sinceQuestion < MAX_CALLS_IN_A_ROW) {
    return { status: "waiting", body, name, arguments: call.arguments };
  }
  const fault =
    call.status === "faulty" && sinceQuestion < MAX_CALLS_IN_A_ROW
      ? call.fault
      : ({ kind: "too-many", limit: MAX_CALLS_IN_A_ROW } as const);
  return { status: "faulty", body, fault, result: describeFault(fault, toolNames) };
}
