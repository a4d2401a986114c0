// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const conversations = {
  title: "Conversations",
  sidebar: "Sidebar",
  newChat: "New chat",
  documents: "Documents",
  settings: "Settings",
  none: "Your chats are kept here, on this computer.",

  // Groups of the list; older chats stand under their month
  pinned: "Pinned",
  today: "Today",
  yesterday: "Yesterday",
  week: "Previous 7 days",

  // What can be done with one chat
  more: (title: string) => `More for ${title}`,
  rename: "Rename",
  newName: "New name",
  pin: "Pin",
  unpin: "Unpin",
  export: "Export",
  delete: (title: string) => `Delete ${title}`,
  deleteShort: "Delete",
  deleted: (count: number) =>
    plural(count, {
      one: "Chat deleted.",
      other: `${formatCount(count)} chats deleted.`,
    }),

  // What can be done with many
  listActions: "List of chats",
  select: "Select chats",
  selectAll: "Select all",
  selected: (count: number) => `${formatCount(count)} selected`,
  deleteSelected: "Delete selected",
  exportSelected: "Export selected",
  exportAll: "Export all chats",
  import: "Import chats",

  // Search
  search: "Search chats",
  clearSearch: "Clear the search",
  results: "Search results",
  searching: "Searching…",
  nothingFound: (query: string) => `No chat has “${query}”.`,
  nothingFoundHelp: "Titles and messages are searched, whole words and beginnings of words.",
  found: (count: number) =>
    plural(count, { one: "1 chat found", other: `${formatCount(count)} chats found` }),
  firstFound: (shown: number, count: number) => `The first ${formatCount(shown)} of ${formatCount(count)}`,
  looking: (done: number, count: number) =>
    `Looking through older chats… ${formatCount(done)} of ${formatCount(count)}`,
  searchFailed: "The search stopped. Try again, or reload the page.",

  // Export
  exportTitle: (count: number) =>
    plural(count, { one: "Export chat", other: `Export ${formatCount(count)} chats` }),
  exportAs: "Export as",
  markdown: "Markdown",
  markdownHelp: "To read and edit anywhere. The versions on screen, without what the model thought.",
  json: "JSON",
  jsonHelp: "To keep and to import again. Every version of every message.",
  print: "Print or PDF",
  printHelp: "Through the browser’s print dialog.",
  printTooMany: (most: number) => `The browser prints up to ${formatCount(most)} chats at once.`,
  withTexts: "With the texts of the documents",
  withTextsHelp: "Without them the file only names the documents.",
  you: "You",

  // Import
  importHelp: "Choose a JSON file that was exported here. It is taken in whole or not at all.",
  chooseFile: "Choose a file",
  importing: "Importing…",
  exporting: "Exporting…",
  imported: (count: number) =>
    plural(count, { one: "1 chat imported.", other: `${formatCount(count)} chats imported.` }),
  importedAndKnown: (count: number, known: number) =>
    plural(count, {
      one: `1 chat imported; ${formatCount(known)} were here already.`,
      other: `${formatCount(count)} chats imported; ${formatCount(known)} were here already.`,
    }),
  allKnown: "All chats of the file are here already.",
  notImported: (fileName: string) => `“${fileName}” was not imported`,
  transferFailed: "That did not work",
  nothingStored: (reason: string) =>
    `The browser refused (${reason}). Nothing was changed. Check that the disk has room, then try again.`,

  // What is wrong with a file; the place comes before it, as in "Chat 4 (“Title”), message 2, “text”"
  tooLarge: (size: string, limit: string) => `It has ${size}; the most that can be read is ${limit}.`,
  otherFile: "It is no file of chats exported from this app.",
  newer: "It is from a newer version of this app. Reload the page to update, then import it again.",
  inChat: (number: number) => `Chat ${formatCount(number)}`,
  inNamedChat: (number: number, title: string) => `Chat ${formatCount(number)} (“${title}”)`,
  inDocument: (number: number) => `Document ${formatCount(number)}`,
  inNamedDocument: (number: number, title: string) => `Document ${formatCount(number)} (“${title}”)`,
  inFile: "The file",
  inMessage: (number: number) => `message ${formatCount(number)}`,
  inField: (field: string) => `“${field}”`,
  wrongField: (place: string, expected: string, received: string) =>
    `${place}: expected ${expected}, found ${received}.`,
  twice: (place: string) => `${place}: another one has the same id.`,
  missing: (place: string) => `${place}: it names a message that is not there.`,
  circle: (place: string) => `${place}: the message comes before itself.`,
  changedText: (place: string) => `${place}: its text is not the one its id stands for.`,
};
