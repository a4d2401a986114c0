// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

const sections: Texts["settings"]["sections"] = {
  general: "Generali",
  answers: "Risposte",
  model: "Modello",
  sampling: "Campionamento avanzato",
};

const fields: Texts["settings"]["fields"] = {
  theme: {
    label: "Tema",
    help: "I colori della pagina.",
    choices: { system: "Sistema", light: "Chiaro", dark: "Scuro" },
  },
  language: {
    label: "Lingua",
    help: "Di pulsanti e messaggi. Il modello risponde nella lingua in cui scrivi.",
    choices: { system: "Sistema" },
  },
  sendKey: {
    label: "Invia con",
    help: "L’altra combinazione va a capo.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Incolla come documento a partire da",
    help: "In caratteri: un testo incollato più lungo diventa un documento. Con 0, mai.",
  },
  motion: {
    label: "Movimento",
    help: "Se gli elementi della pagina possono muoversi e sfumare.",
    choices: { system: "Sistema", reduced: "Ridotto", full: "Completo" },
  },
  systemPrompt: {
    label: "Istruzioni",
    help: "Date al modello prima di ogni chat, come prompt di sistema.",
    placeholder: "Rispondi con frasi brevi e semplici.",
  },
  temperature: {
    label: "Temperatura",
    help: "Con quanta libertà vengono scelte le parole. Con 0, sempre la più probabile.",
  },
  maxTokens: { label: "Risposta più lunga", help: "In token; oltre, la risposta viene troncata." },
  usesLookup: {
    label: "Indovinare in anticipo",
    help: "Dove una risposta copia da ciò che è stato letto, più parole vengono indovinate e verificate insieme. Più veloce, e il testo è lo stesso.",
  },
  autoScroll: {
    label: "Segui la risposta",
    help: "Tiene in vista le ultime parole finché la pagina è alla fine.",
  },
  showStatistics: {
    label: "Mostra i valori",
    help: "Token, velocità e tempo di attesa sotto ogni risposta.",
  },
  contextLength: {
    label: "Lunghezza del contesto",
    help: "I token che la chat e i suoi documenti possono avere insieme. Un contesto più lungo occupa più memoria GPU.",
    placeholder: "Automatica",
  },
  isPrecise: {
    label: "Calcolo preciso",
    help: "Calcola tutto in virgola mobile a 32 bit. Più lento; le risposte non cambiano quasi mai.",
  },
  topP: {
    label: "Top-p",
    help: "Tiene le parole più probabili che insieme raggiungono questa probabilità. 1 disattiva.",
  },
  topK: { label: "Top-k", help: "Tiene questo numero di parole più probabili. 0 disattiva." },
  minP: {
    label: "Min-p",
    help: "Scarta le parole meno probabili di questa frazione della più probabile. 0 disattiva.",
  },
  repetitionPenalty: {
    label: "Penalità di ripetizione",
    help: "Rende meno probabili le parole già usate. 1 disattiva.",
  },
  seed: {
    label: "Seme",
    help: "Lo stesso seme, le stesse impostazioni e la stessa chat danno la stessa risposta.",
    placeholder: "Casuale",
  },
};

export const settings: Texts["settings"] = {
  title: "Impostazioni",
  sections,
  fields,
  modified: "Modificato",
  reset: (label) => `Ripristina ${label}`,
  resetAll: "Ripristina predefinite",
  wereReset: "Le impostazioni sono tornate ai valori predefiniti.",
  noLanguage: "Impossibile recuperare questa lingua. Riaprendo la pagina si farà un altro tentativo.",
  loadWithLength: "Carica di nuovo con questa lunghezza",
  loadPrecise: "Carica di nuovo con la massima precisione",
  loadFast: "Carica di nuovo per maggiore velocità",
  isLoadedPrecise: "Il modello caricato calcola a 32 bit.",
  contextHeld: (tokens, bytes) =>
    `Il modello caricato può contenere ${formatCount(tokens)} token; tutti insieme occupano ${formatBytes(bytes)} di memoria GPU.`,
  contextHeldShort: (tokens, bytes, ownTokens) =>
    `Il modello caricato può contenere ${formatCount(tokens)} token; tutti insieme occupano ${formatBytes(bytes)} di memoria GPU. È fatto per ${formatCount(ownTokens)}, ma la memoria non ne consente di più.`,
  measure: "Misura questo computer",
  privacyTitle: "Archiviazione e privacy",
  privacy:
    "Chat, documenti e modelli restano in questo browser. Niente di ciò che scrivi viene inviato altrove.",
};
