// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

const tokens = (count: number): string =>
  plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` });

const choosing = {
  measuring: "Measuring the document",
  useThisPart: "Use this part",
  nothingChosen: "Nothing is chosen",
  fits: (count: number, room: number) => `${formatCount(count)} of ${tokens(room)}`,
  tooLongBy: (excess: number) => `${tokens(excess)} too long`,
  allFits: (count: number, room: number) =>
    `All ${formatCount(count)} tokens fit: there is room for ${formatCount(room)} beside the rest of this chat and an answer.`,
  doesNotFitAll: (count: number, room: number) =>
    `It has ${formatCount(count)} tokens, ${formatCount(count - room)} more than fit: there is room for ${formatCount(room)} beside the rest of this chat and an answer. What is left out is not read.`,
  part: "Part of the document",
  whole: "The whole document",
  doesNotFit: "Does not fit",
  firstThatFit: "The first pages that fit",
  notEvenALine: "Not even a line fits",
  beginning: "The beginning, as far as it fits",
  firstPages: (count: number, all: number) =>
    plural(count, {
      one: "The first page",
      other: `The first ${formatCount(count)} of ${formatCount(all)} pages`,
    }),
  tokens,
  range: "A range of pages",
  rangeOf: (pageCount: number) => `of ${formatCount(pageCount)}`,
  fromPage: "From page",
  toPage: "To page",
  rangeIsEmpty: "The last page comes before the first.",
};

const passages = {
  about: "Passages about a question",
  aboutHelp: "found by their words, for you to check",
  list: "Passages",
  question: "Question or words",
  find: "Find",
  onlyTicked: "Only the passages you leave ticked are sent.",
  searching: "Searching…",
  failed: "The search did not work. Try again, or choose pages.",
  none: "No passage has these words. Try others.",
  ticked: (count: number, all: number) =>
    plural(all, {
      one: `${formatCount(count)} of ${formatCount(all)} passage ticked.`,
      other: `${formatCount(count)} of ${formatCount(all)} passages ticked, the best first.`,
    }),
  page: (label: string) => `Page ${label}`,
};

const password = {
  title: "Password",
  label: "Password of the file",
  trying: "Trying the password…",
  isNotKept: "It stays in this tab and is not kept.",
  notNow: "Not now",
  open: "Open",
  opening: "Opening…",
};

/** What of a document goes with a message, on its chip. */
const parts = {
  page: {
    all: (count: number) =>
      plural(count, { one: `${formatCount(count)} page`, other: `${formatCount(count)} pages` }),
    one: (number: number) => `page ${formatCount(number)}`,
    oneOf: (number: number, all: number) => `page ${formatCount(number)} of ${formatCount(all)}`,
    range: (from: number, to: number) => `pages ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from: number, to: number, all: number) =>
      `pages ${formatCount(from)}–${formatCount(to)} of ${formatCount(all)}`,
  },
  part: {
    all: (count: number) =>
      plural(count, { one: `${formatCount(count)} part`, other: `${formatCount(count)} parts` }),
    one: (number: number) => `part ${formatCount(number)}`,
    oneOf: (number: number, all: number) => `part ${formatCount(number)} of ${formatCount(all)}`,
    range: (from: number, to: number) => `parts ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from: number, to: number, all: number) =>
      `parts ${formatCount(from)}–${formatCount(to)} of ${formatCount(all)}`,
  },
  beginning: "the beginning",
  passages: (count: number) =>
    plural(count, { one: `${formatCount(count)} passage`, other: `${formatCount(count)} passages` }),
};

export const library = {
  title: "Documents",
  list: "Library",
  nothingYet: "Nothing yet. What you attach to a chat is kept here, on this computer, until you delete it.",
  find: "Find a document",
  noneFound: "No document has this name.",
  addToChat: (count: number) =>
    count === 0 ? "Add to this chat" : `Add to this chat (${formatCount(count)})`,
  newChat: (count: number) => (count === 0 ? "New chat" : `New chat (${formatCount(count)})`),
  total: (count: number, bytes: number) =>
    plural(count, {
      one: `${formatCount(count)} document, ${formatBytes(bytes)} of text. They stay on this computer until you delete them.`,
      other: `${formatCount(count)} documents, ${formatBytes(bytes)} of text. They stay on this computer until you delete them.`,
    }),

  // One document
  formats: {
    text: "Text",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Code",
    html: "Web page",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Pasted",
  usedOn: (date: string) => `used ${date}`,
  inChats: (count: number) =>
    plural(count, { one: `In ${formatCount(count)} chat`, other: `In ${formatCount(count)} chats` }),
  renameIt: (name: string) => `Rename ${name}`,
  newName: "New name",
  rename: "Rename",
  delete: (name: string) => `Delete ${name}`,
  deleted: (name: string) => `“${name}” deleted.`,
  isGone: "This document was deleted.",
  unnamed: "Document",

  parts,
  choosing,
  passages,
  password,
};
