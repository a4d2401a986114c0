// The English catalogue, which the others must match key by key.
import { app } from "./app";
import { bench } from "./bench";
import { chat } from "./chat";
import { common } from "./common";
import { conversations } from "./conversations";
import { models } from "./models";
import { problems, remedies } from "./problems";
import { settings } from "./settings";
import { storage } from "./storage";
import { units } from "./units";

export const en = {
  app,
  chat,
  bench,
  common,
  conversations,
  models,
  problems,
  remedies,
  settings,
  storage,
  units,
};
