// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "Installa come app",
  updateIsHere: "È disponibile una nuova versione.",
  updateWaits: "La nuova versione arriverà al termine delle operazioni in corso.",
  otherVersionAsks:
    "Un'altra scheda ha un'altra versione di questa app e non può usare il modello in funzione qui. Ricarica questa per avere la versione più recente.",
  reload: "Ricarica",
};
