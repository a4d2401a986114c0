// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const storage: Texts["storage"] = {
  title: "Archiviazione",
  open: "Vedi che cosa è salvato",
  used: (bytes) => `${formatBytes(bytes)} in uso.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} in uso su circa ${formatBytes(quota)} consentiti.`,
  promised: "Il browser ha promesso di conservare tutto.",
  unreadable:
    "Questa versione non riesce a leggere una parte di ciò che è salvato qui. Resta com’è ed è incluso in un’esportazione JSON di tutte le chat.",
  mayRemove: "Il browser può rimuovere questi dati se lo spazio sul disco scarseggia.",
  askToKeep: "Chiedi al browser di conservarli",
  refusedToKeep:
    "Il browser non l’ha promesso. Se la pagina viene installata come app o usata spesso, potrebbe farlo più avanti.",
  partsOf: "Che cosa occupa spazio",

  models: "Modelli",
  reading: "Letture ricordate",
  documents: "Documenti",
  chats: "Chat",
  rest: "La pagina stessa e il resto",

  none: "Ancora niente.",
  noReading:
    "Ancora niente. Dopo un testo lungo il modello conserva ciò che ha letto e la volta successiva riparte da lì.",
  readingHelp: "Eliminarne una non cancella alcun testo: viene riletto quando serve.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [
      kind === "document" ? "Documento" : "Chat",
      `${formatCount(tokenCount)} token`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} condivisi`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} e ${formatBytes(stateBytes)} ricordati`
      : formatBytes(textBytes),
  delete: (name) => `Elimina ${name}`,
  forget: (name) => `Dimentica ${name}`,
  forgetAll: "Dimentica tutto",
  more: (count) => (count === 1 ? `ancora ${formatCount(count)}` : `altri ${formatCount(count)}`),
  openLibrary: "Apri la libreria",
};
