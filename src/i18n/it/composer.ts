// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

export const composer: Texts["composer"] = {
  form: "Scrivi al modello",
  message: "Messaggio",
  placeholder: "Chiedi o incolla un documento",
  attach: "Allega documento",
  send: "Invia",
  queue: "Metti in coda questo messaggio",
  stop: "Interrompi",
  answeringElsewhere: "Risposta in corso in un’altra chat…",
  gettingReady: "Il modello si sta preparando…",
  openingDocument: "Apertura di un documento…",
  draftTokens: (count) => `${formatCount(count)} token`,
  pasted: (beginning) => `Testo incollato: ${beginning}`,
  noPictures: "Le immagini non possono essere lette: il modello conosce solo il testo.",
  documentGone: (name) => `“${name}” è stato eliminato dalla libreria e non è più allegato.`,

  queued: "Messaggi in coda",
  queuedNext: "Inviato al termine della risposta",
  queuedForModel: "Inviato quando il modello è pronto",
  queuedWithoutModel: "Non inviato: nessun modello è in funzione. Inviato appena ce n’è uno",
  beingSent: "Invio in corso…",
  held: {
    stopped: "Non inviato: la risposta precedente è stata fermata",
    failed: "Non inviato: la risposta precedente non è riuscita",
    reloaded: "Non inviato: nel frattempo la pagina è stata chiusa",
    refused: "Impossibile inviare",
  },
  queuedDocuments: (count) =>
    plural(count, { one: `${formatCount(count)} documento`, other: `${formatCount(count)} documenti` }),
  sendQueued: "Invia ora",
  interruptWithQueued: "Interrompi la risposta e invia ora",
  editQueued: "Modifica",
  removeQueued: "Rimuovi",

  window: "Che cosa occupa la finestra",
  windowUsed: (used, all) => `Finestra: ${formatShare(used, all)} in uso`,
  windowFigures: (used, all) => `${formatCount(used)} di ${formatCount(all)} token`,
  shares: { instructions: "Istruzioni", messages: "Messaggi", draft: "Questo messaggio" },
  free: "Libero",
  lastTurn: "Ultima risposta",
  lastTurnFigures: (read, remembered, written) =>
    `${formatCount(read)} letti · ${formatCount(remembered)} ricordati · ${formatCount(written)} scritti`,
  nearlyFull: (used, all) =>
    `Finestra in uso: ${formatShare(used, all)}. Una risposta lunga potrebbe essere troncata.`,
  nearlyFullAdvice: "Inizia una nuova chat per altri argomenti o invia solo una parte di un documento.",
  tooLongWithDocuments: (excess, used, all) =>
    `Troppo lungo di ${formatCount(excess)} token: questa chat ne ha ${formatCount(used)} con i suoi documenti e la finestra ne contiene ${formatCount(all)}. Scegli una parte di un documento, o un contesto più lungo nelle impostazioni.`,
  tooLong: (excess, used, all) =>
    `Troppo lungo di ${formatCount(excess)} token: questa chat ne ha ${formatCount(used)} e la finestra ne contiene ${formatCount(all)}. Accorcia il messaggio, inizia una nuova chat o scegli un contesto più lungo nelle impostazioni.`,
  nothingIsCut: "Niente viene inviato né tagliato.",
  offers: {
    choosePart: (name) => `Usa una parte di “${name}”`,
    removeDocument: (name) => `Rimuovi “${name}”`,
    newChatWithDocuments: "Nuova chat con gli stessi documenti",
    newChat: "Nuova chat",
    longerContext: "Apri le impostazioni",
  },

  selection: "Parole selezionate",
  quote: "Cita",
  whereDoesItSay: "Dove sta scritto?",
  notInDocuments: (count) => (count === 1 ? "Non trovato nel documento." : "Non trovato nei documenti."),
};
