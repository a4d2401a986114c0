// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const chips: Texts["chips"] = {
  attached: "Documents joints",
  warnings: "Avertissements",
  tokens: (count) => `${formatCount(count)} jetons`,
  characters: (count) => `${formatCount(count)} caractères`,
  shareOfWindow: (share) => `${share} de la fenêtre`,
  read: "lu",
  readTo: (share) => `lu à ${share}`,
  reading: (share) => `lecture, ${share}`,
  readingPage: (share, page) => `lecture, ${share}, page ${formatCount(page)}`,
  readingWithWait: (share, wait) => `lecture, ${share}, encore ${wait} environ`,
  readingPageWithWait: (share, page, wait) =>
    `lecture, ${share}, page ${formatCount(page)}, encore ${wait} environ`,
  stop: "Arrêter",
  pasteAsText: "Coller comme texte",
  chooseAPart: "Choisir une partie",
  choosePartOf: (name) => `Choisir une partie de ${name}`,
  remove: (name) => `Retirer ${name}`,
  cancel: (name) => `Annuler ${name}`,
  locked: "Protégé par mot de passe",
  enterPassword: "Saisir le mot de passe",
  waiting: "En attente…",
  opening: "Ouverture…",
  openingPage: (page, pageCount) => `Ouverture… page ${formatCount(page)} sur ${formatCount(pageCount)}`,
  openingFile: (name) => `Ouverture de ${name}`,
  tooManyFiles: (count, most) =>
    `${formatCount(count)} fichiers à la fois, c’est trop : les ${formatCount(most)} premiers sont joints.`,
  dropToAdd: "Déposez pour ajouter",
  dropHelp: "Les PDF, Word, EPUB, pages web et textes deviennent des documents, un .gguf devient un modèle.",
};
