// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "Cerca nei miei documenti",
  calculator: "Calcolatrice",
  current_date: "Data di oggi",
};

const helps: ToolTexts["helps"] = {
  search_documents: "Trova passi nei documenti di questa chat e te li mostra prima di darli al modello.",
  calculator: "Calcola un’espressione con esattezza.",
  current_date: "Data, giorno della settimana, ora e fuso orario di questo dispositivo.",
};

export const tools: ToolTexts = {
  title: "Strumenti",
  intro: "Il modello può chiederli. Nulla viene eseguito prima di un tuo clic.",
  notWithModel: "Il modello caricato non sa chiamare strumenti. Scegline un altro in Modelli.",
  notWithJson: "Finché le risposte sono in JSON, il modello non chiama strumenti.",
  names,
  helps,
  free: (name) => `${name}: esegui senza chiedere`,
  freeHelp: "In questa chat, tutte le volte che il modello vuole.",
  first: "Inizia ogni risposta con",
  firstHelp: "Il modello chiede allora questo strumento prima di dire qualsiasi cosa.",
  modelDecides: "Ciò che sceglie il modello",

  // A call
  label: (name) => `Strumento: ${name}`,
  asks: (name) => `Il modello chiede uno strumento: ${name}.`,
  writing: "Il modello chiede uno strumento…",
  run: "Esegui",
  decline: "Non eseguire",
  allow: "Esegui sempre in questa chat",
  sendOn: "Dai al modello",
  withhold: "Non dare",
  query: "Cerca",
  expression: "Espressione",
  found: "Trovato e non ancora dato al modello",
  result: "Risultato",
  declined: "Non l’hai lasciato eseguire.",
  passedOver: "Non è stato eseguito.",
  written: "Ciò che ha scritto il modello",

  // What is wrong with one
  unfinished: "La risposta è finita nel mezzo della chiamata.",
  tooLong: (length, limit) => `La chiamata ha ${length} caratteri; al massimo ne sono possibili ${limit}.`,
  notJson: (reason) => `La chiamata non è JSON: ${reason}`,
  otherForm: "Ciò che ha scritto il modello non è una chiamata.",
  unknownTool: (name) => `In questa chat non c’è uno strumento «${name}».`,
  missingArgument: (argument) => `Manca l’argomento «${argument}».`,
  unknownArgument: (argument) => `Lo strumento non ha un argomento «${argument}».`,
  badArgument: (argument, least, most) =>
    `L’argomento «${argument}» deve essere un testo da ${least} a ${most} caratteri.`,
  tooMany: (limit) =>
    `Il modello ha chiesto strumenti ${limit} volte di seguito. Non è stato eseguito altro; chiedi di nuovo per continuare.`,
};
