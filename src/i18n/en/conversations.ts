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
  none: "Your conversations are kept here, on this computer.",

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
  delete: (title: string) => `Delete ${title}`,
  deleteShort: "Delete",
  deleted: (count: number) =>
    plural(count, {
      one: "Conversation deleted.",
      other: `${formatCount(count)} conversations deleted.`,
    }),

  // What can be done with many
  listActions: "List of chats",
  select: "Select chats",
  selectAll: "Select all",
  selected: (count: number) => `${formatCount(count)} selected`,
  deleteSelected: "Delete selected",

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
};
