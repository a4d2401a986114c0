// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

export const chat: Texts["chat"] = {
  conversation: "Chat",
  toLatest: "Zum Neuesten",
  you: "Sie",
  documents: "Dokumente",

  // The wait before the first word
  reading: "Liest…",
  readingShare: (share) => `Liest… ${share}`,
  readingShareAndWait: (share, wait) => `Liest… ${share} · noch etwa ${wait}`,
  readingPrompt: "Eingabe wird gelesen",
  waitingForTab: "Wartet auf die Antwort im anderen Tab …",
  restoring: "Das Modell wird neu geladen; danach geht die Antwort weiter …",

  // Actions on messages
  messageActions: "Aktionen für die Nachricht",
  answerActions: "Aktionen für die Antwort",
  copyAnswer: "Antwort kopieren",
  copyMessage: "Nachricht kopieren",
  regenerate: "Neu generieren",
  continueAnswer: "Fortsetzen",
  getAnswer: "Antwort anfordern",
  editMessage: "Nachricht bearbeiten",
  editAnswer: "Antwort bearbeiten",
  more: "Mehr",
  branchOff: "In neuen Chat abzweigen",
  deleteMessage: "Samt allem Folgenden löschen",
  branchTitle: (title) => `${title} (Zweig)`,
  branchedOff: "Dies ist ein neuer Chat mit allem bis zu dieser Nachricht.",
  back: "Zurück",
  messagesDeleted: (count) =>
    plural(count, { one: "Nachricht gelöscht.", other: `${formatCount(count)} Nachrichten gelöscht.` }),

  // Versions of a message
  versions: "Versionen",
  previousVersion: "Vorherige Version",
  nextVersion: "Nächste Version",
  versionOf: (number, count) => `Version ${formatCount(number)} von ${formatCount(count)}`,

  // The editor in place of a message
  questionText: "Text der Nachricht",
  answerText: "Text der Antwort",
  editorKeepsQuestion: "Die Nachricht und ihre Antworten bleiben als frühere Version erhalten.",
  editorKeepsAnswer:
    "Die Antwort bleibt als frühere Version erhalten. Das Modell liest Ihren Text als seinen eigenen.",
  send: "Senden",
  save: "Speichern",

  // How an answer ended, and its figures
  edited: "Bearbeitet",
  stopped: "Angehalten",
  cutAtLimit: "Abgeschnitten bei der in den Einstellungen gewählten Länge",
  cutAtWindow: "Abgeschnitten: Das Kontextfenster ist voll. Machen Sie in einem neuen Chat weiter",
  interrupted: "Unterbrochen",
  failed: "Fehlgeschlagen",
  tokenCount: (count) => `${formatCount(count)} Token`,
  firstToken: (time) => `erstes Token nach ${time}`,
  readOf: (read, total) => `${formatCount(read)} von ${formatCount(total)} gelesen`,
  readOfReused: (read, total) =>
    `${formatCount(read)} von ${formatCount(total)} gelesen (${formatCount(total - read)} wiederverwendet)`,
  guessed: (right, tried) => `${formatCount(right)} von ${formatCount(tried)} richtig geraten`,

  // For screen readers
  status: "Status",
  statusReading: "Liest",
  statusGenerating: "Schreibt",
  statusModelReady: "Das Modell ist bereit",
  statusModelLoading: "Das Modell wird geladen",
  statusDownload: (percent) => `Download bei ${formatCount(percent)}\u00a0%`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: `Antwort fertig, ${formatCount(words)} Wort`,
      other: `Antwort fertig, ${formatCount(words)} Wörter`,
    }),
  statusAnswerFailed: "Die Antwort ist fehlgeschlagen",

  // An empty chat
  welcome: "Willkommen",
  welcomeTitle: "Fragen Sie zu dem, was Sie lesen",
  welcomeText:
    "Jamba läuft in diesem Tab, auf Ihrer eigenen GPU. Fügen Sie ein Dokument ein und fragen Sie: Was Sie schreiben, verlässt diesen Computer nie, und alles funktioniert ohne Netz.",
  exampleProject: "Wer leitet das Projekt Heron?",
  exampleProjectHint: "mit einer Seite Projektnotizen",
  examplePump: "Was kostet die Calder-Pumpe?",
  examplePumpHint: "mit einem kurzen Katalog",
  exampleAbilities: "Was kannst du?",
  exampleAbilitiesHint: "ohne Dokument",
  tinyModel: (name, size) =>
    `Sie probieren das winzige Modell aus, das mit der App kommt. Für echte Arbeit holen Sie sich ${name} (${size}).`,
  getModel: (name) => `${name} holen`,
};
