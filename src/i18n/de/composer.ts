// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

export const composer: Texts["composer"] = {
  form: "An das Modell schreiben",
  message: "Nachricht",
  placeholder: "Fragen oder Dokument einfügen",
  attach: "Dokument anhängen",
  send: "Senden",
  queue: "Nachricht einreihen",
  stop: "Anhalten",
  answeringElsewhere: "Antwortet in einem anderen Chat…",
  gettingReady: "Das Modell wird vorbereitet…",
  openingDocument: "Dokument wird geöffnet…",
  draftTokens: (count) => `${formatCount(count)} Token`,
  pasted: (beginning) => `Eingefügter Text: ${beginning}`,
  noPictures: "Bilder können nicht gelesen werden: Das Modell kennt nur Text.",
  documentGone: (name) => `„${name}“ wurde aus der Bibliothek gelöscht und ist nicht mehr angehängt.`,

  // Messages that wait for the end of an answer
  queued: "Eingereihte Nachrichten",
  queuedNext: "Wird gesendet, wenn die Antwort endet",
  queuedForModel: "Wird gesendet, sobald das Modell bereit ist",
  queuedWithoutModel: "Nicht gesendet: Es läuft kein Modell. Wird gesendet, sobald eines läuft",
  beingSent: "Wird gesendet…",
  held: {
    stopped: "Nicht gesendet: Die Antwort davor wurde angehalten",
    failed: "Nicht gesendet: Die Antwort davor ist fehlgeschlagen",
    reloaded: "Nicht gesendet: Die Seite wurde inzwischen geschlossen",
    refused: "Konnte nicht gesendet werden",
  },
  queuedDocuments: (count) =>
    plural(count, { one: `${formatCount(count)} Dokument`, other: `${formatCount(count)} Dokumente` }),
  sendQueued: "Jetzt senden",
  interruptWithQueued: "Antwort abbrechen und jetzt senden",
  editQueued: "Bearbeiten",
  removeQueued: "Entfernen",

  // What fills the window
  window: "Was das Kontextfenster füllt",
  windowUsed: (used, all) => `Kontextfenster: ${formatShare(used, all)} belegt`,
  windowFigures: (used, all) => `${formatCount(used)} von ${formatCount(all)} Token`,
  shares: { instructions: "Anweisungen", messages: "Nachrichten", draft: "Diese Nachricht" },
  free: "Frei",
  lastTurn: "Letzte Antwort",
  lastTurnFigures: (read, remembered, written) =>
    `${formatCount(read)} gelesen · ${formatCount(remembered)} gemerkt · ${formatCount(written)} geschrieben`,
  nearlyFull: (used, all) =>
    `${formatShare(used, all)} des Kontextfensters sind belegt: Eine lange Antwort wird womöglich abgeschnitten.`,
  nearlyFullAdvice: "Beginnen Sie für Neues einen neuen Chat, oder senden Sie weniger von einem Dokument.",
  tooLongWithDocuments: (excess, used, all) =>
    `Um ${formatCount(excess)} Token zu lang: Dieser Chat hat mit seinen Dokumenten ${formatCount(used)}, und das Kontextfenster fasst ${formatCount(all)}. Wählen Sie einen Teil eines Dokuments oder in den Einstellungen einen längeren Kontext.`,
  tooLong: (excess, used, all) =>
    `Um ${formatCount(excess)} Token zu lang: Dieser Chat hat ${formatCount(used)}, und das Kontextfenster fasst ${formatCount(all)}. Kürzen Sie die Nachricht, beginnen Sie einen neuen Chat, oder wählen Sie in den Einstellungen einen längeren Kontext.`,
  nothingIsCut: "Es wird nichts gesendet oder gekürzt.",
  offers: {
    choosePart: (name) => `Teil von „${name}“ verwenden`,
    removeDocument: (name) => `„${name}“ entfernen`,
    newChatWithDocuments: "Neuer Chat mit denselben Dokumenten",
    newChat: "Neuer Chat",
    longerContext: "Einstellungen öffnen",
  },

  // Words selected in an answer
  selection: "Markierte Wörter",
  quote: "Zitieren",
  whereDoesItSay: "Wo steht das?",
  notInDocuments: (count) =>
    count === 1 ? "Im Dokument nicht gefunden." : "In den Dokumenten nicht gefunden.",
};
