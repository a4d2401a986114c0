// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "Sneltoetsen",
  groups: { writing: "Schrijven", chats: "Chats", answers: "Antwoorden", page: "Deze pagina" },
  what: {
    send: "Bericht verzenden",
    newline: "Nieuwe regel beginnen",
    "recall-older": "Eerder verzonden bericht",
    "recall-newer": "Terug richting concept",
    "paste-as-text": "Plakken als tekst, hoe lang ook",
    "focus-composer": "Naar het berichtveld",
    "new-chat": "Nieuwe chat",
    "search-chats": "Chats doorzoeken",
    "toggle-sidebar": "Zijbalk tonen of verbergen",
    "rename-chat": "Naam van deze chat wijzigen",
    "delete-chat": "Deze chat verwijderen",
    stop: "Antwoord stoppen",
    "copy-answer": "Laatste antwoord kopiëren",
    "copy-code": "Laatste codeblok kopiëren",
    "search-document": "Zoeken in het geopende document",
    undo: "Verwijderen ongedaan maken",
    settings: "Instellingen",
    shortcuts: "Deze lijst",
  },
  or: "of",
  answerCopied: "Antwoord gekopieerd.",
  codeCopied: "Code gekopieerd.",
  noAnswer: "Er is geen antwoord om te kopiëren.",
  noCode: "Er staat geen code in de laatste antwoorden.",
  notCopied: "De browser weigerde te kopiëren",
};
