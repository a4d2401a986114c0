// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const chips: Texts["chips"] = {
  attached: "Angehängte Dokumente",
  warnings: "Warnungen",
  tokens: (count) => `${formatCount(count)} Token`,
  characters: (count) => `${formatCount(count)} Zeichen`,
  shareOfWindow: (share) => `${share} des Kontextfensters`,
  read: "gelesen",
  readTo: (share) => `zu ${share} gelesen`,
  reading: (share) => `wird gelesen: ${share}`,
  readingPage: (share, page) => `wird gelesen: ${share}, Seite ${formatCount(page)}`,
  readingWithWait: (share, wait) => `wird gelesen: ${share}, noch etwa ${wait}`,
  readingPageWithWait: (share, page, wait) =>
    `wird gelesen: ${share}, Seite ${formatCount(page)}, noch etwa ${wait}`,
  stop: "Anhalten",
  pasteAsText: "Als Text einfügen",
  chooseAPart: "Teil auswählen",
  choosePartOf: (name) => `Teil von ${name} auswählen`,
  remove: (name) => `${name} entfernen`,
  cancel: (name) => `${name} abbrechen`,
  locked: "Durch ein Passwort geschützt",
  enterPassword: "Passwort eingeben",
  waiting: "Wartet…",
  opening: "Wird geöffnet…",
  openingPage: (page, pageCount) => `Wird geöffnet… Seite ${formatCount(page)} von ${formatCount(pageCount)}`,
  openingFile: (name) => `${name} wird geöffnet`,
  tooManyFiles: (count, most) =>
    `${formatCount(count)} Dateien auf einmal sind zu viele: Die ersten ${formatCount(most)} wurden angehängt.`,
  dropToAdd: "Zum Hinzufügen ablegen",
  dropHelp: "PDF, Word, EPUB, Webseiten und Text werden zu Dokumenten, eine .gguf-Datei zu einem Modell.",
};
