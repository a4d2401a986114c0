// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Settings = Texts["settings"];

const sections: Settings["sections"] = {
  general: "Allgemein",
  answers: "Antworten",
  model: "Modell",
  sampling: "Erweitertes Sampling",
};

const fields: Settings["fields"] = {
  theme: {
    label: "Design",
    help: "Die Farben der Seite.",
    choices: { system: "System", light: "Hell", dark: "Dunkel" },
  },
  language: {
    label: "Sprache",
    help: "Der Schaltflächen und Meldungen. Das Modell antwortet in der Sprache, in der Sie schreiben.",
    choices: { system: "System" },
  },
  sendKey: {
    label: "Senden mit",
    help: "Die andere Taste beginnt eine neue Zeile.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Als Dokument einfügen ab",
    help: "In Zeichen: Längerer eingefügter Text wird zu einem Dokument. Bei 0 nie.",
  },
  motion: {
    label: "Bewegung",
    help: "Ob sich auf der Seite etwas bewegen und überblenden darf.",
    choices: { system: "System", reduced: "Reduziert", full: "Voll" },
  },
  systemPrompt: {
    label: "Anweisungen",
    help: "Werden dem Modell vor jedem Chat als System-Prompt gegeben.",
    placeholder: "Antworte in kurzen, einfachen Sätzen.",
  },
  temperature: {
    label: "Temperatur",
    help: "Wie frei Wörter gewählt werden. Bei 0 immer das wahrscheinlichste.",
  },
  maxTokens: { label: "Längste Antwort", help: "In Token; dort wird eine Antwort abgeschnitten." },
  usesLookup: {
    label: "Vorausraten",
    help: "Wo eine Antwort Gelesenes übernimmt, werden mehrere Wörter auf einmal geraten und geprüft. Schneller, und der Text ist derselbe.",
  },
  autoScroll: {
    label: "Der Antwort folgen",
    help: "Hält die neuesten Wörter im Blick, solange die Seite ganz unten ist.",
  },
  showStatistics: { label: "Messwerte anzeigen", help: "Token, Tempo und Wartezeit unter jeder Antwort." },
  contextLength: {
    label: "Kontextlänge",
    help: "Token, die der Chat und seine Dokumente zusammen haben dürfen. Mehr braucht mehr GPU-Speicher.",
    placeholder: "Automatisch",
  },
  isPrecise: {
    label: "Genaue Berechnung",
    help: "Rechnet alles mit 32-Bit-Gleitkommazahlen. Langsamer; die Antworten unterscheiden sich kaum.",
  },
  topP: {
    label: "Top-p",
    help: "Behält die wahrscheinlichsten Wörter, die zusammen diese Wahrscheinlichkeit erreichen. 1 ist aus.",
  },
  topK: { label: "Top-k", help: "Behält so viele der wahrscheinlichsten Wörter. 0 ist aus." },
  minP: {
    label: "Min-p",
    help: "Verwirft Wörter, die unter diesem Anteil der Wahrscheinlichkeit des wahrscheinlichsten liegen. 0 ist aus.",
  },
  repetitionPenalty: {
    label: "Wiederholungsstrafe",
    help: "Macht bereits verwendete Wörter weniger wahrscheinlich. 1 ist aus.",
  },
  seed: {
    label: "Startwert",
    help: "Gleicher Startwert, gleiche Einstellungen und gleicher Chat ergeben die gleiche Antwort.",
    placeholder: "Zufällig",
  },
};

export const settings: Settings = {
  title: "Einstellungen",
  sections,
  fields,
  modified: "Geändert",
  reset: (label) => `${label} zurücksetzen`,
  resetAll: "Auf Standard zurücksetzen",
  wereReset: "Die Einstellungen wurden auf die Standardwerte zurückgesetzt.",
  noLanguage:
    "Diese Sprache konnte nicht abgerufen werden. Beim nächsten Öffnen der Seite wird es erneut versucht.",
  loadWithLength: "Mit dieser Länge neu laden",
  loadPrecise: "Mit voller Genauigkeit neu laden",
  loadFast: "Für mehr Tempo neu laden",
  isLoadedPrecise: "Das geladene Modell rechnet mit 32 Bit.",
  contextHeld: (tokens, bytes) =>
    `Das geladene Modell fasst ${formatCount(tokens)} Token; alle zusammen belegen ${formatBytes(bytes)} GPU-Speicher.`,
  contextHeldShort: (tokens, bytes, ownTokens) =>
    `Das geladene Modell fasst ${formatCount(tokens)} Token; alle zusammen belegen ${formatBytes(bytes)} GPU-Speicher. Ausgelegt ist es für ${formatCount(ownTokens)}, mehr lässt der Speicher nicht zu.`,
  measure: "Diesen Rechner messen",
  privacyTitle: "Speicher und Datenschutz",
  privacy:
    "Chats, Dokumente und Modelle bleiben in diesem Browser. Nichts, was Sie schreiben, wird gesendet.",
};
