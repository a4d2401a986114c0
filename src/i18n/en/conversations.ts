// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const conversations = {
  title: "Conversations",
  newChat: "New chat",
  none: "Your conversations are kept here, on this computer.",
  delete: (title: string) => `Delete ${title}`,
  deleted: (count: number) =>
    plural(count, {
      one: "Conversation deleted.",
      other: `${formatCount(count)} conversations deleted.`,
    }),
};
