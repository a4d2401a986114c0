// The Portuguese catalogue.
import type { Texts } from "../catalogue";
import { answer } from "./answer";
import { app } from "./app";
import { bench } from "./bench";
import { chat } from "./chat";
import { chips } from "./chips";
import { citations } from "./citations";
import { common } from "./common";
import { composer } from "./composer";
import { conversations } from "./conversations";
import { documentProblems, documentWarnings } from "./document-problems";
import { engine } from "./engine";
import { library } from "./library";
import { models } from "./models";
import { problems, remedies } from "./problems";
import { settings } from "./settings";
import { shortcuts } from "./shortcuts";
import { storage } from "./storage";
import { structured } from "./structured";
import { units } from "./units";
import { viewer } from "./viewer";

export const pt: Texts = {
  answer,
  app,
  bench,
  chat,
  chips,
  citations,
  common,
  composer,
  conversations,
  documentProblems,
  documentWarnings,
  engine,
  library,
  models,
  problems,
  remedies,
  settings,
  shortcuts,
  storage,
  structured,
  units,
  viewer,
};
