// Words that any part of the page may need.
import type { Texts } from "../catalogue";

export const common: Texts["common"] = {
  cancel: "Abbrechen",
  close: "Schließen",
  done: "Fertig",
  dismiss: "Ausblenden",
  undo: "Rückgängig",
  copied: "Kopiert",
  copyRefused: "Der Browser hat das Kopieren verweigert",
  notDrawn: "Die Seite konnte nicht dargestellt werden",
  reloadPage: "Seite neu laden",
  isSafe: (error) => `Ihre Chats sind gespeichert und sicher. (${error})`,
  slider: (label) => `${label}, Schieberegler`,
};
