// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "Raccourcis clavier",
  groups: { writing: "Écriture", chats: "Discussions", answers: "Réponses", page: "Cette page" },
  what: {
    send: "Envoyer le message",
    newline: "Commencer une nouvelle ligne",
    "recall-older": "Le message envoyé avant",
    "recall-newer": "Revenir vers le brouillon",
    "paste-as-text": "Coller comme texte, quelle que soit la longueur",
    "focus-composer": "Aller au message",
    "new-chat": "Nouvelle discussion",
    "search-chats": "Rechercher dans les discussions",
    "toggle-sidebar": "Afficher ou masquer la barre latérale",
    "rename-chat": "Renommer cette discussion",
    "delete-chat": "Supprimer cette discussion",
    stop: "Arrêter la réponse",
    "copy-answer": "Copier la dernière réponse",
    "copy-code": "Copier le dernier bloc de code",
    "search-document": "Rechercher dans le document ouvert",
    undo: "Annuler une suppression",
    settings: "Paramètres",
    shortcuts: "Cette liste",
  },
  or: "ou",
  answerCopied: "Réponse copiée.",
  codeCopied: "Code copié.",
  noAnswer: "Il n’y a pas de réponse à copier.",
  noCode: "Il n’y a pas de code dans les dernières réponses.",
  notCopied: "Le navigateur a refusé la copie",
};
