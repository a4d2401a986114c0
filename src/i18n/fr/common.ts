// Words that any part of the page may need.
import type { Texts } from "../catalogue";

export const common: Texts["common"] = {
  cancel: "Annuler",
  close: "Fermer",
  done: "Terminé",
  dismiss: "Ignorer",
  undo: "Annuler",
  copied: "Copié",
  copyRefused: "Le navigateur a refusé la copie",
  notDrawn: "La page n’a pas pu être affichée",
  reloadPage: "Recharger la page",
  isSafe: (error) => `Vos conversations sont enregistrées et en sécurité. (${error})`,
  slider: (label) => `${label}, curseur`,
};
