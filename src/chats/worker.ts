// Looks through the stored chats, and writes and reads files of them, away from the page.
import "../../workers/sealed";
import * as Comlink from "comlink";
import { listConversations, loadMessages } from "../storage/conversations";
import type { ChatsApi } from "./api";
import { exportChats, importChats } from "./archive-store";
import { openChatSearch } from "./chat-search";

const { search } = openChatSearch({ listConversations, loadMessages });

const chats: ChatsApi = { search, exportChats, importChats };

Comlink.expose(chats);
