// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const chips: Texts["chips"] = {
  attached: "Documentos anexados",
  warnings: "Avisos",
  tokens: (count) => `${formatCount(count)} tokens`,
  characters: (count) => `${formatCount(count)} caracteres`,
  shareOfWindow: (share) => `${share} da janela`,
  read: "lido",
  readTo: (share) => `lido até ${share}`,
  reading: (share) => `lendo, ${share}`,
  readingPage: (share, page) => `lendo, ${share}, página ${formatCount(page)}`,
  readingWithWait: (share, wait) => `lendo, ${share}, faltam cerca de ${wait}`,
  readingPageWithWait: (share, page, wait) =>
    `lendo, ${share}, página ${formatCount(page)}, faltam cerca de ${wait}`,
  stop: "Parar",
  pasteAsText: "Colar como texto",
  chooseAPart: "Escolher uma parte",
  choosePartOf: (name) => `Escolher uma parte de ${name}`,
  remove: (name) => `Remover ${name}`,
  cancel: (name) => `Cancelar ${name}`,
  locked: "Protegido por senha",
  enterPassword: "Digitar a senha",
  waiting: "Aguardando…",
  opening: "Abrindo…",
  openingPage: (page, pageCount) => `Abrindo… página ${formatCount(page)} de ${formatCount(pageCount)}`,
  openingFile: (name) => `Abrindo ${name}`,
  tooManyFiles: (count, most) =>
    `${formatCount(count)} arquivos de uma vez são demais: os primeiros ${formatCount(most)} foram anexados.`,
  dropToAdd: "Solte para adicionar",
  dropHelp: "PDF, Word, EPUB, páginas da web e textos viram documentos; um .gguf vira um modelo.",
};
