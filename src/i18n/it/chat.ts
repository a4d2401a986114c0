// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

export const chat: Texts["chat"] = {
  conversation: "Conversazione",
  toLatest: "Vai alla fine",
  you: "Tu",
  documents: "Documenti",

  reading: "Lettura…",
  readingShare: (share) => `Lettura… ${share}`,
  readingShareAndWait: (share, wait) => `Lettura… ${share} · ancora circa ${wait}`,
  readingPrompt: "Lettura del prompt",
  waitingForTab: "In attesa della risposta dell'altra scheda…",
  restoring: "Il modello viene ricaricato; poi la risposta prosegue…",

  messageActions: "Azioni sul messaggio",
  answerActions: "Azioni sulla risposta",
  copyAnswer: "Copia risposta",
  copyMessage: "Copia messaggio",
  regenerate: "Rigenera",
  continueAnswer: "Continua",
  getAnswer: "Ottieni una risposta",
  editMessage: "Modifica messaggio",
  editAnswer: "Modifica risposta",
  more: "Altro",
  branchOff: "Dirama in una nuova chat",
  deleteMessage: "Elimina con tutto ciò che segue",
  branchTitle: (title) => `${title} (diramazione)`,
  branchedOff: "Questa è una nuova chat con tutto fino a quel messaggio.",
  back: "Indietro",
  messagesDeleted: (count) =>
    count === 1 ? "Messaggio eliminato." : `${formatCount(count)} messaggi eliminati.`,

  versions: "Versioni",
  previousVersion: "Versione precedente",
  nextVersion: "Versione successiva",
  versionOf: (number, count) => `Versione ${formatCount(number)} di ${formatCount(count)}`,

  questionText: "Testo del messaggio",
  answerText: "Testo della risposta",
  editorKeepsQuestion: "Il messaggio e le sue risposte restano come versione precedente.",
  editorKeepsAnswer:
    "La risposta resta come versione precedente. Il modello legge il tuo testo come se fosse suo.",
  send: "Invia",
  save: "Salva",

  edited: "Modificata",
  stopped: "Fermata",
  cutAtLimit: "Troncata alla lunghezza massima scelta nelle impostazioni",
  cutAtWindow: "Troncata: la finestra del modello è piena. Inizia una nuova chat per continuare",
  interrupted: "Interrotta",
  failed: "Non riuscita",
  tokenCount: (count) => `${formatCount(count)} token`,
  firstToken: (time) => `primo token: ${time}`,
  readOf: (read, total) => `letti ${formatCount(read)} di ${formatCount(total)}`,
  readOfReused: (read, total) =>
    `letti ${formatCount(read)} di ${formatCount(total)} (${formatCount(total - read)} riutilizzati)`,
  guessed: (right, tried) => `indovinati ${formatCount(right)} di ${formatCount(tried)}`,

  status: "Stato",
  statusReading: "Lettura in corso",
  statusGenerating: "Generazione in corso",
  statusModelReady: "Il modello è pronto",
  statusModelLoading: "Caricamento del modello",
  statusDownload: (percent) => `Download: ${formatCount(percent)}%`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: `Risposta pronta, ${formatCount(words)} parola`,
      other: `Risposta pronta, ${formatCount(words)} parole`,
    }),
  statusAnswerFailed: "La risposta non è riuscita",

  welcome: "Introduzione",
  welcomeTitle: "Fai domande su ciò che leggi",
  welcomeText:
    "Jamba funziona in questa scheda, sulla tua GPU. Incolla un documento e fai una domanda: ciò che scrivi non lascia mai questo computer, e tutto funziona anche senza rete.",
  exampleProject: "Chi guida il progetto Heron?",
  exampleProjectHint: "con una pagina di appunti sul progetto",
  examplePump: "Quanto costa la pompa Calder?",
  examplePumpHint: "con un breve catalogo",
  exampleAbilities: "Che cosa sai fare?",
  exampleAbilitiesHint: "senza documenti",
  tinyModel: (name, size) =>
    `Stai provando il modello minuscolo incluso nell’app. Per lavorare davvero, scarica ${name} (${size}).`,
  getModel: (name) => `Scarica ${name}`,
};
