// Words that any part of the page may need.
import type { Texts } from "../catalogue";

export const common: Texts["common"] = {
  cancel: "Annuleren",
  close: "Sluiten",
  done: "Gereed",
  dismiss: "Verbergen",
  undo: "Ongedaan maken",
  copied: "Gekopieerd",
  copyRefused: "De browser weigerde te kopiëren",
  notDrawn: "De pagina kon niet worden weergegeven",
  reloadPage: "Pagina opnieuw laden",
  isSafe: (error) => `Je chats zijn opgeslagen en veilig. (${error})`,
  slider: (label) => `${label}, schuifregelaar`,
};
