// Tools that the model may ask for, and its calls.
import type { ToolName } from "../../storage/calls";

const names: Readonly<Record<ToolName, string>> = {
  search_documents: "Search in my documents",
  calculator: "Calculator",
  current_date: "Today’s date",
};

const helps: Readonly<Record<ToolName, string>> = {
  search_documents:
    "Finds passages in this chat’s documents, and shows them to you before the model gets them.",
  calculator: "Works out an expression exactly.",
  current_date: "Date, weekday, time and time zone of this device.",
};

export const tools = {
  title: "Tools",
  intro: "The model may ask for these. Nothing runs before you click.",
  notWithModel: "The model that is loaded cannot call tools. Choose another one in Models.",
  notWithJson: "While answers are JSON, the model calls no tools.",
  names,
  helps,
  free: (name: string) => `${name}: run without asking`,
  freeHelp: "In this chat, and as often as the model likes.",
  first: "Begin each answer with",
  firstHelp: "The model then asks for this tool before it says anything.",
  modelDecides: "What the model chooses",

  // A call
  label: (name: string) => `Tool: ${name}`,
  asks: (name: string) => `The model asks for a tool: ${name}.`,
  writing: "The model asks for a tool…",
  run: "Run",
  decline: "Don’t run",
  allow: "Always run in this chat",
  sendOn: "Give to the model",
  withhold: "Don’t give",
  query: "Search for",
  expression: "Expression",
  found: "Found, and not given to the model yet",
  result: "Result",
  declined: "You did not let it run.",
  passedOver: "It was not run.",
  written: "What the model wrote",

  // What is wrong with one
  unfinished: "The answer ended within the call.",
  tooLong: (length: string, limit: string) =>
    `The call has ${length} characters; at most ${limit} are possible.`,
  notJson: (reason: string) => `The call is not JSON: ${reason}`,
  otherForm: "What the model wrote is not a call.",
  unknownTool: (name: string) => `There is no tool “${name}” in this chat.`,
  missingArgument: (argument: string) => `The argument “${argument}” is missing.`,
  unknownArgument: (argument: string) => `The tool has no argument “${argument}”.`,
  badArgument: (argument: string, least: string, most: string) =>
    `The argument “${argument}” must be a text of ${least} to ${most} characters.`,
  tooMany: (limit: string) =>
    `The model asked for tools ${limit} times in a row. No more of it was run; ask again to go on.`,
};
