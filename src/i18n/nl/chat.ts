// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("nl");

export const chat: Texts["chat"] = {
  conversation: "Chat",
  toLatest: "Naar het nieuwste",
  you: "Jij",
  documents: "Documenten",

  // The wait before the first word
  reading: "Leest…",
  readingShare: (share) => `Leest… ${share}`,
  readingShareAndWait: (share, wait) => `Leest… ${share} · nog ongeveer ${wait}`,
  readingPrompt: "Prompt wordt gelezen",
  waitingForTab: "Wacht op het antwoord in het andere tabblad…",
  restoring: "Het model wordt opnieuw geladen; daarna gaat het antwoord verder…",

  // Actions on messages
  messageActions: "Acties voor het bericht",
  answerActions: "Acties voor het antwoord",
  copyAnswer: "Antwoord kopiëren",
  copyMessage: "Bericht kopiëren",
  regenerate: "Opnieuw genereren",
  continueAnswer: "Doorgaan",
  getAnswer: "Antwoord vragen",
  editMessage: "Bericht bewerken",
  editAnswer: "Antwoord bewerken",
  more: "Meer",
  branchOff: "Aftakken naar nieuwe chat",
  deleteMessage: "Met alles eronder verwijderen",
  branchTitle: (title) => `${title} (aftakking)`,
  branchedOff: "Dit is een nieuwe chat met alles tot en met dat bericht.",
  back: "Terug",
  messagesDeleted: (count) =>
    plural(count, { one: "Bericht verwijderd.", other: `${formatCount(count)} berichten verwijderd.` }),

  // Versions of a message
  versions: "Versies",
  previousVersion: "Vorige versie",
  nextVersion: "Volgende versie",
  versionOf: (number, count) => `Versie ${formatCount(number)} van ${formatCount(count)}`,

  // The editor in place of a message
  questionText: "Tekst van het bericht",
  answerText: "Tekst van het antwoord",
  editorKeepsQuestion: "Het bericht en de antwoorden erop blijven bewaard als eerdere versie.",
  editorKeepsAnswer:
    "Het antwoord blijft bewaard als eerdere versie. Het model leest jouw tekst als die van zichzelf.",
  send: "Verzenden",
  save: "Opslaan",

  // How an answer ended, and its figures
  edited: "Bewerkt",
  stopped: "Gestopt",
  cutAtLimit: "Afgekapt bij de lengte die in Instellingen is gekozen",
  cutAtWindow: "Afgekapt: het contextvenster van het model is vol. Ga verder in een nieuwe chat",
  interrupted: "Onderbroken",
  failed: "Mislukt",
  tokenCount: (count) =>
    plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` }),
  firstToken: (time) => `eerste token na ${time}`,
  readOf: (read, total) => `${formatCount(read)} van ${formatCount(total)} gelezen`,
  readOfReused: (read, total) =>
    `${formatCount(read)} van ${formatCount(total)} gelezen (${formatCount(total - read)} hergebruikt)`,
  guessed: (right, tried) => `${formatCount(right)} van ${formatCount(tried)} goed geraden`,

  // For screen readers
  status: "Status",
  statusReading: "Leest",
  statusGenerating: "Schrijft",
  statusModelReady: "Het model is gereed",
  statusModelLoading: "Het model wordt geladen",
  statusDownload: (percent) => `Download op ${formatCount(percent)}%`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: `Antwoord klaar, ${formatCount(words)} woord`,
      other: `Antwoord klaar, ${formatCount(words)} woorden`,
    }),
  statusAnswerFailed: "Het antwoord is mislukt",

  // An empty chat
  welcome: "Welkom",
  welcomeTitle: "Stel vragen over wat je leest",
  welcomeText:
    "Jamba draait in dit tabblad, op je eigen GPU. Plak een document en stel je vraag: wat je schrijft verlaat deze computer nooit, en alles werkt zonder netwerk.",
  exampleProject: "Wie leidt project Heron?",
  exampleProjectHint: "met een pagina projectnotities",
  examplePump: "Wat kost de Calder-pomp?",
  examplePumpHint: "met een korte catalogus",
  exampleAbilities: "Wat kun je allemaal?",
  exampleAbilitiesHint: "zonder document",
  tinyModel: (name, size) =>
    `Je probeert het piepkleine model dat bij de app zit. Neem voor het echte werk ${name} (${size}).`,
  getModel: (name) => `${name} ophalen`,
};
