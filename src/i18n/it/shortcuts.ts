// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "Scorciatoie da tastiera",
  groups: { writing: "Scrittura", chats: "Chat", answers: "Risposte", page: "Questa pagina" },
  what: {
    send: "Invia il messaggio",
    newline: "Vai a capo",
    "recall-older": "Il messaggio inviato prima",
    "recall-newer": "Torna verso la bozza",
    "paste-as-text": "Incolla come testo, di qualsiasi lunghezza",
    "focus-composer": "Vai al messaggio",
    "new-chat": "Nuova chat",
    "search-chats": "Cerca nelle chat",
    "toggle-sidebar": "Mostra o nascondi la barra laterale",
    "rename-chat": "Rinomina questa chat",
    "delete-chat": "Elimina questa chat",
    stop: "Interrompi la risposta",
    "copy-answer": "Copia l’ultima risposta",
    "copy-code": "Copia l’ultimo blocco di codice",
    "search-document": "Cerca nel documento aperto",
    undo: "Annulla un’eliminazione",
    settings: "Impostazioni",
    shortcuts: "Questo elenco",
  },
  or: "o",
  answerCopied: "Risposta copiata.",
  codeCopied: "Codice copiato.",
  noAnswer: "Non c’è alcuna risposta da copiare.",
  noCode: "Non c’è codice nelle ultime risposte.",
  notCopied: "Il browser non ha consentito la copia",
};
