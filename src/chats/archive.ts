// The file of chats: JSON with a name and a version, every branch of every chat, and, where wanted, the texts of their documents.
// What comes from a file is checked here field by field, with bounds, before anything of it is believed; fields that nobody knows
// are left out.
import * as v from "valibot";
import type { DocumentFormat, DocumentWarning, DocumentWarningName } from "../../workers/documents/api";
import { type CallRecord, type ChatTools, type FreeTool, toolNames } from "../storage/calls";
import type { ChatOptions } from "../storage/chat-options";
import type {
  AnswerStats,
  AnswerStatus,
  AssistantMessage,
  ConversationRecord,
  DocumentPart,
  MessageDocument,
  MessageRecord,
  UserMessage,
} from "../storage/conversations";
import type { KeptWarning, NewDocument } from "../storage/documents";

export const ARCHIVE_FORMAT = "jamba-chats";
/** Raised when an older version of the app could not read a file any more, or would read it wrongly. 2: calls of tools. */
export const ARCHIVE_VERSION = 2;
const READ_VERSIONS = [1, 2] as const;

/** A message inside of its chat. */
type Inside<Message extends MessageRecord> = Omit<Message, "conversationId">;
export type ArchivedMessage = Inside<UserMessage> | Inside<AssistantMessage>;

export interface ArchivedChat extends ConversationRecord {
  readonly messages: readonly ArchivedMessage[];
}

export interface ArchivedDocument extends Omit<NewDocument, "warnings"> {
  readonly id: string;
  readonly warnings: readonly KeptWarning[];
}

export interface Archive {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly version: (typeof READ_VERSIONS)[number];
  readonly chats: readonly ArchivedChat[];
  readonly documents: readonly ArchivedDocument[];
}

/** Each many times what anybody has; a file beyond them is broken or hostile. */
export const MAX_ARCHIVE_BYTES = 400_000_000; // JavaScript's longest string is 536,870,888 units
const MAX_CHATS = 50_000;
const MAX_MESSAGES = 50_000; // of one chat
const MAX_DOCUMENTS = 20_000;
const MAX_PAGES = 100_000;
const MAX_TEXT_LENGTH = 100_000_000;
const MAX_NAME_LENGTH = 10_000;
const MAX_LIST_LENGTH = 100_000;
const MAX_TIME = 8.64e15; // of a Date

/** A schema for each field of a record: one that is forgotten, an optional one too, does not compile. */
type Fields<Record> = { readonly [Key in keyof Required<Record>]: v.GenericSchema };

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));
const name = v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const figure = v.pipe(v.number(), v.finite(), v.minValue(0));
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_TIME));
/** As addresses and keys hold them. */
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const listOf = <Item extends v.GenericSchema>(item: Item, maxLength: number) =>
  v.pipe(v.array(item), v.maxLength(maxLength), v.readonly());

const part = v.variant("kind", [
  v.object({ kind: v.literal("whole") }),
  v.object({ kind: v.literal("pages"), from: count, to: count }),
  v.object({ kind: v.literal("beginning"), characterCount: count }),
  v.object({
    kind: v.literal("passages"),
    passages: listOf(v.object({ page: count, start: count, end: count }), MAX_LIST_LENGTH),
  }),
]) satisfies v.GenericSchema<unknown, DocumentPart>;

const sentDocument = v.object({
  id: hash,
  name,
  part,
  tokenCount: v.nullable(count),
} satisfies Fields<MessageDocument>);

const stats = v.object({
  promptTokens: v.exactOptional(count),
  readTokens: v.exactOptional(count),
  draftedTokens: v.exactOptional(count),
  acceptedTokens: v.exactOptional(count),
  generatedTokens: count,
  tokensPerSecond: v.nullable(figure),
  timeToFirstTokenMs: v.nullable(figure),
} satisfies Fields<AnswerStats>);

const statuses = {
  interrupted: true,
  failed: true,
  stopped: true,
  "end-of-turn": true,
  "tool-call": true,
  "max-tokens": true,
  "context-full": true,
} satisfies Record<Exclude<AnswerStatus, "streaming">, true>; // no answer streams inside a file

const wanted = { body: text, name: v.picklist(toolNames), arguments: v.record(name, text) };
const inTool = { tool: name, argument: name };
const fault = v.variant("kind", [
  v.object({ kind: v.picklist(["unfinished", "other-form"]) }),
  v.object({ kind: v.literal("too-long"), length: count, limit: count }),
  v.object({ kind: v.literal("not-json"), reason: text }),
  v.object({ kind: v.literal("unknown-tool"), name: text }),
  v.object({ kind: v.picklist(["missing-argument", "unknown-argument"]), ...inTool }),
  v.object({ kind: v.literal("bad-argument"), ...inTool, minLength: count, maxLength: count }),
  v.object({ kind: v.literal("too-many"), limit: count }),
]);
const call = v.variant("status", [
  v.object({ status: v.literal("waiting"), ...wanted }),
  v.object({ status: v.literal("found"), ...wanted, found: text }),
  v.object({ status: v.picklist(["done", "declined"]), ...wanted, result: text }),
  v.object({ status: v.literal("faulty"), body: text, fault, result: text }),
]) satisfies v.GenericSchema<unknown, CallRecord>;

const place = { id, parentId: v.nullable(id), createdAt: time, text };

const byRole = {
  user: v.object({
    ...place,
    role: v.literal("user"),
    documents: listOf(sentDocument, MAX_LIST_LENGTH),
  } satisfies Fields<Inside<UserMessage>>),
  assistant: v.object({
    ...place,
    role: v.literal("assistant"),
    modelName: name,
    startsInThought: v.boolean(),
    status: v.picklist(Object.keys(statuses) as (keyof typeof statuses)[]),
    thoughtMs: v.exactOptional(v.nullable(figure)),
    isEdited: v.exactOptional(v.boolean()),
    isJson: v.exactOptional(v.boolean()),
    call: v.exactOptional(call),
    stats: v.nullable(stats),
    problem: v.nullable(v.object({ name, message: text })),
  } satisfies Fields<Inside<AssistantMessage>>),
} satisfies Record<MessageRecord["role"], v.GenericSchema>;

const freeTools = ["calculator", "current_date"] as const satisfies readonly FreeTool[];
const tools = v.object({
  given: listOf(v.picklist(toolNames), toolNames.length),
  free: listOf(v.picklist(freeTools), freeTools.length),
  first: v.nullable(v.picklist(toolNames)),
} satisfies Fields<ChatTools>);

const options = v.object({
  presetId: v.nullable(name),
  schema: v.nullable(text),
  schemaDraft: v.exactOptional(text),
  tools: v.exactOptional(tools),
} satisfies Fields<ChatOptions>);

const chat = v.object({
  id,
  title: name,
  createdAt: time,
  updatedAt: time,
  leafId: v.nullable(id),
  isPinned: v.exactOptional(v.boolean()),
  options: v.exactOptional(options),
  messages: listOf(v.variant("role", [byRole.user, byRole.assistant]), MAX_MESSAGES),
} satisfies Fields<ArchivedChat>);

const formats = {
  text: true,
  markdown: true,
  csv: true,
  tsv: true,
  code: true,
  html: true,
  pdf: true,
  docx: true,
  epub: true,
} satisfies Record<DocumentFormat, true>;
const onPages = { pages: listOf(count, MAX_LIST_LENGTH) };
const inFile = { file: name };
const byWarning = {
  "pages-without-text": v.object({ name: v.literal("pages-without-text"), ...onPages }),
  "damaged-pages": v.object({ name: v.literal("damaged-pages"), ...inFile, ...onPages }),
  "damaged-chapters": v.object({ name: v.literal("damaged-chapters"), ...inFile, ...onPages }),
  "guessed-encoding": v.object({ name: v.literal("guessed-encoding"), ...inFile, encoding: name }),
  "damaged-text": v.object({ name: v.literal("damaged-text"), ...inFile, placeCount: count }),
} satisfies { readonly [Name in DocumentWarningName]: v.GenericSchema<unknown, DocumentWarning<Name>> };
const warning = v.union([
  ...Object.values(byWarning),
  v.object({ name, message: text }), // of version 0.1
]) satisfies v.GenericSchema<unknown, KeptWarning>;

const document = v.object({
  id: hash,
  name,
  format: v.picklist(Object.keys(formats) as DocumentFormat[]),
  isPasted: v.boolean(),
  pages: listOf(v.object({ number: count, label: name, text }), MAX_PAGES),
  warnings: listOf(warning, MAX_LIST_LENGTH),
} satisfies Fields<ArchivedDocument>);

const archive = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.picklist(READ_VERSIONS),
  chats: listOf(chat, MAX_CHATS),
  documents: listOf(document, MAX_DOCUMENTS),
} satisfies Fields<Archive>) satisfies v.GenericSchema<unknown, Archive>;

/** The file's name and version, to tell a file of another kind from one of ours that is broken. */
export const archiveHead = v.object({ format: v.literal(ARCHIVE_FORMAT), version: count });

/** What is wrong with a value, and where: the keys that lead there. */
export interface SchemaFault {
  readonly keys: readonly (string | number)[];
  readonly expected: string;
  readonly received: string;
}

export function checkArchive(
  value: unknown,
): { readonly archive: Archive } | { readonly fault: SchemaFault } {
  const result = v.safeParse(archive, value, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return { archive: result.output };
  const [issue] = result.issues;
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  const expected = issue.expected ?? issue.type;
  return { fault: { keys, expected, received: issue.received.slice(0, MAX_SHOWN_LENGTH) } };
}

/** Of a wrong value, as much as a message can show. */
const MAX_SHOWN_LENGTH = 60;
