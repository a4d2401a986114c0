// What the model is told, in place of a result, where a call is not run.
import type { CallFault } from "../../workers/inference/api";
import type { TooManyCalls } from "../storage/calls";

export const DECLINED = "The user does not want this tool to run. Go on without it.";

/** Of names that the model made up. */
const MAX_NAME_LENGTH = 60;

const quote = (name: string): string => JSON.stringify(name.slice(0, MAX_NAME_LENGTH));

export function describeFault(fault: CallFault | TooManyCalls, toolNames: readonly string[]): string {
  switch (fault.kind) {
    case "unfinished":
      return "Error: the call does not end with </tool_call>.";
    case "too-long":
      return `Error: the call has ${fault.length} characters; at most ${fault.limit} are possible.`;
    case "not-json":
      return `Error: the call is not valid JSON (${fault.reason}).`;
    case "other-form":
      return 'Error: a call is {"name": <function-name>, "arguments": <args-json-object>} and nothing else.';
    case "unknown-tool":
      return `Error: there is no function ${quote(fault.name)}. There are: ${toolNames.join(", ")}.`;
    case "missing-argument":
      return `Error: ${fault.tool} needs the argument ${quote(fault.argument)}.`;
    case "unknown-argument":
      return `Error: ${fault.tool} has no argument ${quote(fault.argument)}.`;
    case "bad-argument": {
      const { tool, argument, minLength, maxLength } = fault;
      return `Error: ${tool} needs ${quote(argument)} as a string of ${minLength} to ${maxLength} characters.`;
    }
    case "too-many":
      return `Error: ${fault.limit} calls came one after another, and no more are run. Answer with what is known.`;
    default:
      return fault satisfies never;
  }
}
