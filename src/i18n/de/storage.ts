// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

export const storage: Texts["storage"] = {
  title: "Speicher",
  open: "Gespeichertes ansehen",
  used: (bytes) => `${formatBytes(bytes)} belegt.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} von etwa ${formatBytes(quota)} erlaubten belegt.`,
  promised: "Der Browser hat zugesagt, die Daten zu behalten.",
  unreadable:
    "Einiges, was hier gespeichert ist, kann diese Version nicht lesen. Es bleibt, wie es ist, und steht in einem JSON-Export aller Chats.",
  mayRemove: "Der Browser darf die Daten entfernen, wenn der Datenträger knapp wird.",
  askToKeep: "Browser um Aufbewahrung bitten",
  refusedToKeep:
    "Der Browser hat es nicht zugesagt. Ist die Seite als App installiert oder oft in Gebrauch, tut er es vielleicht später.",
  partsOf: "Was den Platz belegt",

  models: "Modelle",
  reading: "Gemerkte Lesestände",
  documents: "Dokumente",
  chats: "Chats",
  rest: "Die Seite selbst und der Rest",

  none: "Noch keine.",
  noReading:
    "Noch nichts. Nach einem langen Text merkt sich das Modell, was es gelesen hat, und macht beim nächsten Mal dort weiter.",
  readingHelp: "Beim Löschen geht kein Text verloren: Er wird bei Bedarf neu gelesen.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [
      kind === "document" ? "Dokument" : "Chat",
      `${formatCount(tokenCount)} Token`,
      formatBytes(byteLength),
    ];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} gemeinsam genutzt`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)} und ${formatBytes(stateBytes)} gemerkt`
      : formatBytes(textBytes),
  delete: (name) => `${name} löschen`,
  forget: (name) => `${name} vergessen`,
  forgetAll: "Alle vergessen",
  more: (count) => `${formatCount(count)} weitere`,
  openLibrary: "Bibliothek öffnen",
};
