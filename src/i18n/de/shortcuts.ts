// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "Tastenkombinationen",
  groups: { writing: "Schreiben", chats: "Chats", answers: "Antworten", page: "Diese Seite" },
  what: {
    send: "Nachricht senden",
    newline: "Neue Zeile beginnen",
    "recall-older": "Zuvor gesendete Nachricht",
    "recall-newer": "Zurück in Richtung Entwurf",
    "paste-as-text": "Als Text einfügen, gleich wie lang",
    "focus-composer": "Zum Nachrichtenfeld",
    "new-chat": "Neuer Chat",
    "search-chats": "Chats durchsuchen",
    "toggle-sidebar": "Seitenleiste ein- oder ausblenden",
    "rename-chat": "Diesen Chat umbenennen",
    "delete-chat": "Diesen Chat löschen",
    stop: "Antwort anhalten",
    "copy-answer": "Letzte Antwort kopieren",
    "copy-code": "Letzten Codeblock kopieren",
    "search-document": "Im geöffneten Dokument suchen",
    undo: "Löschen rückgängig machen",
    settings: "Einstellungen",
    shortcuts: "Diese Liste",
  },
  or: "oder",
  answerCopied: "Antwort kopiert.",
  codeCopied: "Code kopiert.",
  noAnswer: "Es gibt keine Antwort zum Kopieren.",
  noCode: "In den letzten Antworten gibt es keinen Code.",
  notCopied: "Der Browser hat das Kopieren verweigert",
};
