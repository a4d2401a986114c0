// The English catalogue, which the others must match key by key.
import { app } from "./app";
import { chat } from "./chat";
import { common } from "./common";
import { conversations } from "./conversations";
import { settings } from "./settings";

export const en = {
  app,
  chat,
  common,
  conversations,
  settings,
};
