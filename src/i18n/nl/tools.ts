// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "Zoeken in mijn documenten",
  calculator: "Rekenmachine",
  current_date: "Datum van vandaag",
};

const helps: ToolTexts["helps"] = {
  search_documents:
    "Vindt passages in de documenten van deze chat en toont ze je voordat het model ze krijgt.",
  calculator: "Rekent een uitdrukking exact uit.",
  current_date: "Datum, weekdag, tijd en tijdzone van dit apparaat.",
};

export const tools: ToolTexts = {
  title: "Hulpmiddelen",
  intro: "Het model kan erom vragen. Er wordt niets uitgevoerd voordat je klikt.",
  notWithModel: "Het geladen model kan geen hulpmiddelen aanroepen. Kies een ander bij Modellen.",
  notWithJson: "Zolang antwoorden JSON zijn, roept het model geen hulpmiddelen aan.",
  names,
  helps,
  free: (name) => `${name}: uitvoeren zonder te vragen`,
  freeHelp: "In deze chat, zo vaak als het model wil.",
  first: "Elk antwoord beginnen met",
  firstHelp: "Het model vraagt dan om dit hulpmiddel voordat het iets zegt.",
  modelDecides: "Wat het model kiest",

  // A call
  label: (name) => `Hulpmiddel: ${name}`,
  asks: (name) => `Het model vraagt om een hulpmiddel: ${name}.`,
  writing: "Het model vraagt om een hulpmiddel…",
  run: "Uitvoeren",
  decline: "Niet uitvoeren",
  allow: "In deze chat altijd uitvoeren",
  sendOn: "Aan het model geven",
  withhold: "Niet geven",
  query: "Zoeken naar",
  expression: "Uitdrukking",
  found: "Gevonden en nog niet aan het model gegeven",
  result: "Resultaat",
  declined: "Je hebt het niet laten uitvoeren.",
  passedOver: "Het is niet uitgevoerd.",
  written: "Wat het model schreef",

  // What is wrong with one
  unfinished: "Het antwoord eindigde midden in de aanroep.",
  tooLong: (length, limit) => `De aanroep heeft ${length} tekens; hoogstens ${limit} zijn mogelijk.`,
  notJson: (reason) => `De aanroep is geen JSON: ${reason}`,
  otherForm: "Wat het model schreef, is geen aanroep.",
  unknownTool: (name) => `In deze chat is er geen hulpmiddel “${name}”.`,
  missingArgument: (argument) => `Het argument “${argument}” ontbreekt.`,
  unknownArgument: (argument) => `Het hulpmiddel heeft geen argument “${argument}”.`,
  badArgument: (argument, least, most) =>
    `Het argument “${argument}” moet een tekst van ${least} tot ${most} tekens zijn.`,
  tooMany: (limit) =>
    `Het model vroeg ${limit} keer achter elkaar om hulpmiddelen. Meer werd er niet uitgevoerd; vraag opnieuw om door te gaan.`,
};
