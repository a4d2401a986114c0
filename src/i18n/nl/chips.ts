// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const chips: Texts["chips"] = {
  attached: "Bijgevoegde documenten",
  warnings: "Waarschuwingen",
  tokens: (count) => `${formatCount(count)} tokens`,
  characters: (count) => `${formatCount(count)} tekens`,
  shareOfWindow: (share) => `${share} van het contextvenster`,
  read: "gelezen",
  readTo: (share) => `tot ${share} gelezen`,
  reading: (share) => `wordt gelezen: ${share}`,
  readingPage: (share, page) => `wordt gelezen: ${share}, pagina ${formatCount(page)}`,
  readingWithWait: (share, wait) => `wordt gelezen: ${share}, nog ongeveer ${wait}`,
  readingPageWithWait: (share, page, wait) =>
    `wordt gelezen: ${share}, pagina ${formatCount(page)}, nog ongeveer ${wait}`,
  stop: "Stoppen",
  pasteAsText: "Plakken als tekst",
  chooseAPart: "Deel kiezen",
  choosePartOf: (name) => `Deel van ${name} kiezen`,
  remove: (name) => `${name} verwijderen`,
  cancel: (name) => `${name} annuleren`,
  locked: "Beveiligd met een wachtwoord",
  enterPassword: "Wachtwoord invoeren",
  waiting: "Wachten…",
  opening: "Openen…",
  openingPage: (page, pageCount) => `Openen… pagina ${formatCount(page)} van ${formatCount(pageCount)}`,
  openingFile: (name) => `${name} openen`,
  tooManyFiles: (count, most) =>
    `${formatCount(count)} bestanden tegelijk is te veel: de eerste ${formatCount(most)} zijn bijgevoegd.`,
  dropToAdd: "Zet neer om toe te voegen",
  dropHelp: "PDF, Word, EPUB, webpagina’s en tekst worden documenten, een .gguf wordt een model.",
};
