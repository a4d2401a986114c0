// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const storage: Texts["storage"] = {
  title: "Stockage",
  open: "Voir ce qui est enregistré",
  used: (bytes) => `${formatBytes(bytes)} utilisés.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} utilisés sur environ ${formatBytes(quota)} autorisés.`,
  promised: "Le navigateur a promis de le conserver.",
  unreadable:
    "Cette version ne peut pas lire une partie de ce qui est enregistré ici. Rien n’y est changé, et cela figure dans un export JSON de toutes les conversations.",
  mayRemove: "Le navigateur peut le supprimer si le disque vient à manquer de place.",
  askToKeep: "Demander au navigateur de le conserver",
  refusedToKeep:
    "Le navigateur ne l’a pas promis. Si la page est installée comme application ou souvent utilisée, il le fera peut-être plus tard.",
  partsOf: "Ce qui prend de la place",

  models: "Modèles",
  reading: "Lectures mémorisées",
  documents: "Documents",
  chats: "Discussions",
  rest: "La page elle-même et le reste",

  none: "Aucun pour l’instant.",
  noReading:
    "Rien pour l’instant. Après un long texte, le modèle garde ce qu’il a lu et reprend de là la fois suivante.",
  readingHelp: "En supprimer une ne coûte aucun texte : il sera relu au besoin.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [
      kind === "document" ? "Document" : "Discussion",
      `${formatCount(tokenCount)} jetons`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} partagés`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} et ${formatBytes(stateBytes)} mémorisés`
      : formatBytes(textBytes),
  delete: (name) => `Supprimer ${name}`,
  forget: (name) => `Oublier ${name}`,
  forgetAll: "Tout oublier",
  more: (count) => `${formatCount(count)} de plus`,
  openLibrary: "Ouvrir la bibliothèque",
};
