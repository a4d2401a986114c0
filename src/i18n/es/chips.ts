// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const chips: Texts["chips"] = {
  attached: "Documentos adjuntos",
  warnings: "Advertencias",
  tokens: (count) => `${formatCount(count)} tokens`,
  characters: (count) => `${formatCount(count)} caracteres`,
  shareOfWindow: (share) => `${share} de la ventana`,
  read: "leído",
  readTo: (share) => `leído al ${share}`,
  reading: (share) => `leyendo, ${share}`,
  readingPage: (share, page) => `leyendo, ${share}, página ${formatCount(page)}`,
  readingWithWait: (share, wait) => `leyendo, ${share}, quedan unos ${wait}`,
  readingPageWithWait: (share, page, wait) =>
    `leyendo, ${share}, página ${formatCount(page)}, quedan unos ${wait}`,
  stop: "Detener",
  pasteAsText: "Pegar como texto",
  chooseAPart: "Elegir una parte",
  choosePartOf: (name) => `Elegir una parte de ${name}`,
  remove: (name) => `Quitar ${name}`,
  cancel: (name) => `Cancelar ${name}`,
  locked: "Protegido con contraseña",
  enterPassword: "Introducir contraseña",
  waiting: "En espera…",
  opening: "Abriendo…",
  openingPage: (page, pageCount) => `Abriendo… página ${formatCount(page)} de ${formatCount(pageCount)}`,
  openingFile: (name) => `Abriendo ${name}`,
  tooManyFiles: (count, most) =>
    `${formatCount(count)} archivos a la vez son demasiados: se adjuntan los ${formatCount(most)} primeros.`,
  dropToAdd: "Suelta para añadir",
  dropHelp: "Los PDF, Word, EPUB, páginas web y textos se añaden como documentos; un .gguf, como modelo.",
};
