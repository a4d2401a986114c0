// Words that any part of the page may need.
import type { Texts } from "../catalogue";

export const common: Texts["common"] = {
  cancel: "Annulla",
  close: "Chiudi",
  done: "Fine",
  dismiss: "Ignora",
  undo: "Annulla",
  copied: "Copiato",
  copyRefused: "Il browser non ha consentito la copia",
  notDrawn: "Impossibile visualizzare la pagina",
  reloadPage: "Ricarica la pagina",
  isSafe: (error) => `Le tue chat sono salvate e al sicuro. (${error})`,
  slider: (label) => `${label}, cursore`,
};
