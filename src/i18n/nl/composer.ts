// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("nl");

export const composer: Texts["composer"] = {
  form: "Aan het model schrijven",
  message: "Bericht",
  placeholder: "Stel een vraag of plak een document",
  attach: "Document bijvoegen",
  send: "Verzenden",
  queue: "Bericht in de wachtrij zetten",
  stop: "Stoppen",
  answeringElsewhere: "Antwoordt in een andere chat…",
  gettingReady: "Het model wordt voorbereid…",
  openingDocument: "Document openen…",
  draftTokens: (count) =>
    plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` }),
  pasted: (beginning) => `Geplakte tekst: ${beginning}`,
  noPictures: "Afbeeldingen kunnen niet worden gelezen: het model kent alleen tekst.",
  documentGone: (name) => `“${name}” is uit de bibliotheek verwijderd en is niet meer bijgevoegd.`,

  // Messages that wait for the end of an answer
  queued: "Berichten in de wachtrij",
  queuedNext: "Wordt verzonden als het antwoord klaar is",
  queuedForModel: "Wordt verzonden als het model klaar is",
  queuedWithoutModel: "Niet verzonden: er draait geen model. Wordt verzonden zodra er een draait",
  beingSent: "Wordt verzonden…",
  held: {
    stopped: "Niet verzonden: het vorige antwoord is gestopt",
    failed: "Niet verzonden: het vorige antwoord is mislukt",
    reloaded: "Niet verzonden: de pagina werd intussen gesloten",
    refused: "Kon niet worden verzonden",
  },
  queuedDocuments: (count) =>
    plural(count, { one: `${formatCount(count)} document`, other: `${formatCount(count)} documenten` }),
  sendQueued: "Nu verzenden",
  interruptWithQueued: "Antwoord afbreken en nu verzenden",
  editQueued: "Bewerken",
  removeQueued: "Verwijderen",

  // What fills the window
  window: "Wat het contextvenster vult",
  windowUsed: (used, all) => `Contextvenster: ${formatShare(used, all)} gebruikt`,
  windowFigures: (used, all) => `${formatCount(used)} van ${formatCount(all)} tokens`,
  shares: { instructions: "Instructies", messages: "Berichten", draft: "Dit bericht" },
  free: "Vrij",
  lastTurn: "Laatste antwoord",
  lastTurnFigures: (read, remembered, written) =>
    `${formatCount(read)} gelezen · ${formatCount(remembered)} onthouden · ${formatCount(written)} geschreven`,
  nearlyFull: (used, all) =>
    `${formatShare(used, all)} van het contextvenster is in gebruik: een lang antwoord kan worden afgekapt.`,
  nearlyFullAdvice: "Begin voor iets nieuws een nieuwe chat, of verzend minder van een document.",
  tooLongWithDocuments: (excess, used, all) =>
    `${formatCount(excess)} tokens te lang: deze chat heeft er met de documenten ${formatCount(used)}, en in het contextvenster passen er ${formatCount(all)}. Kies een deel van een document, of een langere context in Instellingen.`,
  tooLong: (excess, used, all) =>
    `${formatCount(excess)} tokens te lang: deze chat heeft er ${formatCount(used)}, en in het contextvenster passen er ${formatCount(all)}. Maak het bericht korter, begin een nieuwe chat, of kies een langere context in Instellingen.`,
  nothingIsCut: "Er wordt niets verzonden of afgekapt.",
  offers: {
    choosePart: (name) => `Deel van “${name}” gebruiken`,
    removeDocument: (name) => `“${name}” verwijderen`,
    newChatWithDocuments: "Nieuwe chat met dezelfde documenten",
    newChat: "Nieuwe chat",
    longerContext: "Instellingen openen",
  },

  // Words selected in an answer
  selection: "Geselecteerde woorden",
  quote: "Citeren",
  whereDoesItSay: "Waar staat dit?",
  notInDocuments: (count) =>
    count === 1 ? "Niet gevonden in het document." : "Niet gevonden in de documenten.",
};
