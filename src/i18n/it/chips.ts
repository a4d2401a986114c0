// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

export const chips: Texts["chips"] = {
  attached: "Documenti allegati",
  warnings: "Avvisi",
  tokens: (count) => `${formatCount(count)} token`,
  characters: (count) =>
    plural(count, { one: `${formatCount(count)} carattere`, other: `${formatCount(count)} caratteri` }),
  shareOfWindow: (share) => `${share} della finestra`,
  read: "letto",
  readTo: (share) => `letto fino a ${share}`,
  reading: (share) => `lettura, ${share}`,
  readingPage: (share, page) => `lettura, ${share}, pagina ${formatCount(page)}`,
  readingWithWait: (share, wait) => `lettura, ${share}, ancora circa ${wait}`,
  readingPageWithWait: (share, page, wait) =>
    `lettura, ${share}, pagina ${formatCount(page)}, ancora circa ${wait}`,
  stop: "Interrompi",
  pasteAsText: "Incolla come testo",
  chooseAPart: "Scegli una parte",
  choosePartOf: (name) => `Scegli una parte di ${name}`,
  remove: (name) => `Rimuovi ${name}`,
  cancel: (name) => `Annulla ${name}`,
  locked: "Protetto da password",
  enterPassword: "Inserisci la password",
  waiting: "In attesa…",
  opening: "Apertura…",
  openingPage: (page, pageCount) => `Apertura… pagina ${formatCount(page)} di ${formatCount(pageCount)}`,
  openingFile: (name) => `Apertura di ${name}`,
  tooManyFiles: (count, most) =>
    `${formatCount(count)} file alla volta sono troppi: sono stati allegati i primi ${formatCount(most)}.`,
  dropToAdd: "Rilascia per aggiungere",
  dropHelp: "PDF, Word, EPUB, pagine web e testi diventano documenti; un .gguf diventa un modello.",
};
